"""
Stands in where bagit.py cannot be installed (it is in no package of Debian 12 and not on npm): the work that bagit.py cannot avoid, with
the means it uses: hashlib on blocks of 512 KiB, a multiprocessing pool with one task a file, one manifest. It does less than bagit.py: no
tag manifest, no bag-info, no Oxum, no log, nothing moved. It is named apart in the table: it is not bagit.py.

Usage: python3 bag_pass.py create|validate PROCESSES FOLDER
"""
import hashlib
import multiprocessing
import os
import sys

BLOCK = 512 * 1024
MANIFEST = "manifest-sha256.txt"


def digest(path):
    hasher = hashlib.sha256()
    with open(path, "rb") as file:
        while block := file.read(BLOCK):
            hasher.update(block)
    return path, hasher.hexdigest()


def files_below(folder):
    for here, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            yield os.path.join(here, name)


def digests(paths, processes):
    if processes == 1:
        return list(map(digest, paths))
    with multiprocessing.Pool(processes) as pool:
        return pool.map(digest, paths)


def create(processes):
    lines = [f"{value}  {path}\n" for path, value in digests(files_below("."), processes) if path != f"./{MANIFEST}"]
    with open(MANIFEST, "w", encoding="utf-8") as manifest:
        manifest.writelines(lines)


def validate(processes):
    with open(MANIFEST, encoding="utf-8") as manifest:
        listed = {path: value for value, path in (line.rstrip("\n").split("  ", 1) for line in manifest)}
    present = {path for path in files_below(".") if path != f"./{MANIFEST}"}
    wrong = present ^ listed.keys()
    wrong |= {path for path, value in digests(sorted(present & listed.keys()), processes) if listed[path] != value}
    if wrong:
        sys.exit(f"not valid: {sorted(wrong)[:5]}")


if __name__ == "__main__":
    task, count, folder = sys.argv[1:]
    os.chdir(folder)
    {"create": create, "validate": validate}[task](int(count))
