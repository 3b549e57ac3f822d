// Validates PDFs as PDF/A-1b by Apache PDFBox Preflight and prints `file TAB code TAB detail`, one line a fault; nothing when all
// are valid. Usage: java -cp JARS Preflight.java FILE...   A JRE is enough: it compiles this file in memory.
import java.io.File;
import org.apache.pdfbox.preflight.PreflightDocument;
import org.apache.pdfbox.preflight.ValidationResult;
import org.apache.pdfbox.preflight.exception.SyntaxValidationException;
import org.apache.pdfbox.preflight.parser.PreflightParser;

class Preflight {
  public static void main(String[] files) throws Exception {
    for (String file : files) {
      for (ValidationResult.ValidationError fault : validate(new File(file)).getErrorsList()) {
        System.out.println(file + "\t" + fault.getErrorCode() + "\t" + String.valueOf(fault.getDetails()).replaceAll("\\s+", " "));
      }
    }
  }

  private static ValidationResult validate(File file) throws Exception {
    try {
      PreflightParser parser = new PreflightParser(file);
      parser.parse();
      try (PreflightDocument document = parser.getPreflightDocument()) {
        document.validate();
        return document.getResult();
      }
    } catch (SyntaxValidationException e) {
      return e.getResult();
    }
  }
}
