/** Which ideographs sound alike, tones apart: a word that was chosen wrongly from those that one spelling of an input method offers. */

/** The first ideograph of each syllable, in the order of pinyin in which ICU sorts them. */
const FIRST =
  '阿哎安肮凹八挀扳邦勹陂奔伻屄边灬憋汃冫癶峬嚓偲参仓撡冊嵾曽叉芆辿伥抄车抻阷吃充抽出欻揣巛刅吹旾逴呲匆凑粗汆崔邨搓咑呆丹当' +
  '刀嘚扥灯氐甸刁爹丁丟东吺厾耑垖吨多妸诶奀鞥儿发帆匚飞分丰覅仏紑夫旮侅甘冈皋戈给根刯工勾估瓜乖关光归丨呙哈咍佄夯茠诃黒拫亨' +
  '噷叿齁乎花怀欢巟灰昏吙丌加戋江艽阶巾坕冂丩凥姢噘军咔开刊忼尻匼肎劥空抠扝夸蒯宽匡亏坤扩垃来兰啷捞肋勒崚哩俩奁良撩毟拎伶溜' +
  '囖龙瞜噜驴娈掠抡罗呣妈埋嫚牤猫么呅门甿咪宀喵乜民名谬摸哞毪嗯拏腉囡囔孬疒娞恁能妮拈娘鸟捏囜宁妞农羺奴女奻疟黁挪喔讴妑拍眅' +
  '乓抛呸喷匉丕囨剽氕姘乒钋剖仆七掐千呛悄癿亲靑卭丘区峑缺夋呥穣娆惹人扔日茸厹邚挼堧婑瞤捼仨毢三桒掻閪森僧杀筛山伤弰奢申升尸' +
  '収书刷衰闩双脽吮说厶忪捜苏狻夊孙唆他囼坍汤夲忑熥剔天旫帖厅囲偷凸湍推吞乇穵歪弯尣危昷翁挝乌夕虲仙乡灱些心星凶休吁吅削坃丫' +
  '恹央幺倻一囙应哟佣优扜囦曰晕帀災兂匨傮则贼怎増扎捚沾张佋蜇贞争之中州朱抓拽专妆隹宒卓乲宗邹租钻厜尊昨兙';

const firsts = [...FIRST];
/** Syllables stand as characters of the private area, so that texts of them can be compared. */
const PRIVATE_AREA = 0xe000;
const sounds = new Map<string, string>();
let order: Intl.Collator | undefined;

/** A text with a sign for each syllable in the place of its ideographs; everything else stays. */
export function soundOf(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (char) => {
    const known = sounds.get(char) ?? String.fromCharCode(PRIVATE_AREA + syllable(char));
    sounds.set(char, known);
    return known;
  });
}

function syllable(char: string): number {
  order ??= new Intl.Collator('zh-Hans-CN');
  let low = 0;
  let high = firsts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (order.compare(firsts[middle] as string, char) <= 0) low = middle;
    else high = middle - 1;
  }
  return low;
}
