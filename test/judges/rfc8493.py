#!/usr/bin/env python3
"""Validates one unpacked bag by RFC 8493, knowing nothing of mbpack. Standard library only.

Stands in where bagit.py cannot be installed; where it is installed, .ci/judge runs both.
Exit 0 and `valid`, or exit 1 and every fault on a line of its own.
"""
import hashlib
import os
import re
import sys

root = sys.argv[1]
faults = []


def text(name):
    with open(os.path.join(root, name), encoding="utf-8", newline="") as f:
        return f.read()


def digest(algorithm, path):
    h = hashlib.new(algorithm)
    with open(os.path.join(root, path), "rb") as f:
        for chunk in iter(lambda: f.read(1 << 20), b""):
            h.update(chunk)
    return h.hexdigest()


def decode(path):  # section 2.1.3: only CR, LF and % are encoded
    return re.sub(r"%(0D|0A|25)", lambda m: chr(int(m.group(1), 16)), path, flags=re.I)


# 2.1.1: the declaration is two lines, in this order
if not re.fullmatch(r"BagIt-Version: \d+\.\d+\r?\n?Tag-File-Character-Encoding: UTF-8\r?\n?", text("bagit.txt")):
    faults.append("bagit.txt")

files = sorted(os.path.relpath(os.path.join(d, f), root).replace(os.sep, "/") for d, _, fs in os.walk(root) for f in fs)
payload = {f for f in files if f.startswith("data/")}
manifests = [f for f in files if re.fullmatch(r"manifest-[a-z0-9]+\.txt", f)]
tag_manifests = [f for f in files if re.fullmatch(r"tagmanifest-[a-z0-9]+\.txt", f)]
if not manifests:
    faults.append("no payload manifest")

for name in manifests + tag_manifests:
    algorithm = name.rsplit("-", 1)[1][:-4]
    listed = {}
    for number, line in enumerate(text(name).splitlines(), 1):
        match = re.fullmatch(r"([0-9a-fA-F]+)[ \t]+\*?(?:\./)?(.+)", line)
        if not match:
            faults.append(f"{name}:{number}: not a manifest line")
            continue
        path = decode(match.group(2))
        if path in listed:
            faults.append(f"{name}:{number}: {path} twice")
        if path.startswith("/") or ".." in path.split("/"):
            faults.append(f"{name}:{number}: {path} leaves the bag")
        listed[path] = match.group(1).lower()
    if name in manifests:  # 2.1.3: each payload manifest lists every payload file
        faults += [f"{name}: lacks {p}" for p in payload - set(listed)]
        faults += [f"{name}: {p} is no payload" for p in listed if not p.startswith("data/")]
    else:  # 2.2.1: every payload manifest is in every tag manifest, no tag manifest is
        faults += [f"{name}: lacks {m}" for m in manifests if m not in listed]
        faults += [f"{name}: lists {m}" for m in tag_manifests if m in listed]
    for path, expected in listed.items():
        if path not in files:
            faults.append(f"{name}: {path} is missing")
        elif digest(algorithm, path) != expected:
            faults.append(f"{name}: {path} differs")

# 2.2.2: labels, and the sum of the payload where it is given
oxum = [line.split(":", 1)[1].strip() for line in text("bag-info.txt").splitlines() if line.lower().startswith("payload-oxum:")]
octets = sum(os.path.getsize(os.path.join(root, p)) for p in payload)
if oxum != [f"{octets}.{len(payload)}"]:
    faults.append(f"Payload-Oxum {oxum}, counted {octets}.{len(payload)}")
if "fetch.txt" in files:
    faults.append("fetch.txt: the bag is not complete")

print("\n".join(faults) or "valid")
sys.exit(1 if faults else 0)
