"""A reader of vault files written from FORMAT.md alone: nothing of edtui is imported here.

Slow and plain on purpose. Where it and the program disagree, the page or the program is wrong.
"""

import hashlib
import hmac
import json
import struct
import unicodedata
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

MAGIC = bytes.fromhex("FF4544545549 0D0A")
SESSION, SNAP, SEAL, TX, DROP = 1, 2, 3, 4, 5
ANCHOR_ACK = 7
COMMIT, MORE, FIRST, UNSIGNED, SIGN_OFF = 1, 2, 4, 8, 16


def hkdf(key, salt, info, length):
    return HKDF(algorithm=SHA256(), length=length, salt=salt, info=info).derive(key)


def open_box(key, purpose, box):
    salt, commitment, sealed = box[:32], box[32:64], box[64:]
    material = hkdf(key, salt, purpose, 76)
    assert hmac.compare_digest(material[44:], commitment), "the key does not open this box"
    return AESGCM(material[:32]).decrypt(material[32:44], sealed, purpose)


def signed(key, signature, text):
    try:
        key.verify(signature, text)
    except InvalidSignature:
        return False
    return True


class Bytes:
    """Takes fields off the front."""

    def __init__(self, data):
        self.data, self.at = data, 0

    def take(self, count):
        piece = self.data[self.at : self.at + count]
        assert len(piece) == count, "too short"
        self.at += count
        return piece

    def number(self, size):
        return int.from_bytes(self.take(size), "little")


class Reader:
    """Reads a vault; `bodies` then has (compartment name, "snapshot" | "commit", bytes)."""

    def __init__(self, path, name, *, passphrase=None, recovery_key=None):
        self.data = Path(path).read_bytes()
        self.read_header(name, passphrase, recovery_key)
        self.sessions = {}
        self.bodies = []
        self.signers = []
        self.runs = {}
        self.accepted = None
        self.end = self.read_frames()

    # Header

    def read_header(self, name, passphrase, recovery_key):
        fields = Bytes(self.data)
        assert fields.take(8) == MAGIC
        assert fields.number(2) == 1
        assert fields.number(1) == 1
        self.file_id = fields.take(16)
        self.context = self.data[:27]
        self.generation = fields.number(8)
        length = fields.number(4)
        self.header = self.data[:length]
        assert self.data[length : 2 * length] == self.header
        self.label = fields.take(fields.number(2)).decode()
        slots = [fields.take(240) for _ in range(fields.number(2))]
        bundles = {}
        for _ in range(fields.number(2)):
            user_id, kind = fields.take(16), fields.number(1)
            bundles[user_id, kind] = fields.take(fields.number(4))
        roster = fields.take(fields.number(4))
        mac = fields.take(32)
        assert fields.at == length

        slot = self.find_slot(slots, name, 1 if passphrase is not None else 2)
        secret = recovery_key or self.derive(slot, passphrase)
        keys = open_box(secret, b"edtui slot v1\0" + self.context + slot[:96], slot[96:])
        user_id = slot[20:36]
        self.own = self.bundle(bundles, user_id, 2, keys[32:])
        user_key = keys[:32]
        if (user_id, 3) in bundles:
            user_key = self.handed_key(user_id, bundles[user_id, 3])
        self.granted = self.bundle(bundles, user_id, 1, user_key)
        header_key = bytes.fromhex(self.granted["header_key"])
        mac_key = hkdf(header_key, self.file_id, b"edtui header mac v1\0" + self.context, 32)
        assert hmac.compare_digest(hmac.digest(mac_key, self.header[:-32], "sha256"), mac)
        self.check_roster(header_key, roster, slots, bundles[user_id, 1], user_id)
        self.compartments = {
            one["number"]: one
            for one in self.granted["compartments"] + self.own["compartments"]
            if one["keys"]
        }

    def find_slot(self, slots, name, kind):
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", name.strip()).casefold())
        tag = hmac.digest(self.file_id, folded.encode(), "sha256")
        return next(slot for slot in slots if slot[0] == kind and slot[36:68] == tag)

    def derive(self, slot, passphrase):
        memory, passes, lanes = struct.unpack_from("<III", slot, 68)
        assert slot[1] == 1
        assert 19456 <= memory <= 2**21
        assert 2 <= passes <= 20
        assert 1 <= lanes <= 16
        argon = Argon2id(
            salt=slot[80:96], length=32, iterations=passes, lanes=lanes, memory_cost=memory
        )
        return argon.derive(unicodedata.normalize("NFC", passphrase).encode())

    def bundle(self, bundles, user_id, kind, key):
        purpose = b"edtui bundle v1\0" + self.context + user_id + bytes([kind])
        text = open_box(key, purpose, bundles[user_id, kind])
        assert len(text) % 1024 == 0
        return json.loads(text)

    def handed_key(self, user_id, handed):
        private = X25519PrivateKey.from_private_bytes(bytes.fromhex(self.own["box_private"]))
        public = private.public_key().public_bytes_raw()
        shared = private.exchange(X25519PublicKey.from_public_bytes(handed[:32]))
        key = hkdf(shared, handed[:32] + public, b"edtui handed key v1\0" + self.context, 32)
        return open_box(
            key, b"edtui bundle v1\0" + self.context + user_id + bytes([3]), handed[32:]
        )

    def check_roster(self, header_key, roster, slots, granted_box, user_id):
        signed = open_box(header_key, b"edtui roster v1\0" + self.context, roster)
        assert len(signed) % 1024 == 0
        owner = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.granted["owner_public"]))
        owner.verify(signed[:64], b"edtui signed roster v1\0" + self.context + signed[64:])
        members = json.loads(signed[64:])["members"]
        self.members = {bytes.fromhex(one["user_id"]): one for one in members}
        named = {
            (slot, one["user_id"]) for one in members if not one["removed"] for slot in one["slots"]
        }
        assert named == {(slot[4:20].hex(), slot[20:36].hex()) for slot in slots}
        assert self.members[user_id]["granted"] == hashlib.sha256(granted_box).hexdigest()

    # Frames

    def read_frames(self):
        key = bytes.fromhex(self.granted["chain_key"])
        chain = hmac.digest(key, b"edtui chain v1\0" + self.header, "sha256")
        at, expected, sealed = 2 * len(self.header), 1, False
        heads, parts, commit = {}, {}, []
        end = at
        while at + 40 <= len(self.data):
            length, reserved, sequence = struct.unpack_from("<IIQ", self.data, at)
            stop = at + 40 + length + 32
            if reserved or not length or sequence != expected or stop > len(self.data):
                break
            before, frame = chain, self.data[at : stop - 32]
            chain = hmac.digest(key, chain + frame, "sha256")
            if chain != self.data[stop - 32 : stop]:
                break
            if frame[16] == SEAL:
                self.check_seal(frame[40:], before, heads)
            elif frame[16] == ANCHOR_ACK:
                assert not sealed
                assert not any(frame[17:40])
                self.accepted = self.read_acceptance(frame[40:])
            else:
                self.check_frame(frame, heads, parts, commit, sealed)
            kind, flags = frame[16], frame[17]
            sealed = sealed or kind == SEAL
            if not sealed or kind == SEAL or flags & COMMIT:
                self.bodies += commit
                commit.clear()
                end = stop
            at, expected = stop, expected + 1
        assert sealed, "no whole snapshot"
        assert not any(self.data[end:]), "the end is torn or damaged"
        return end

    def read_acceptance(self, content):
        owner = Ed25519PublicKey.from_public_bytes(bytes.fromhex(self.granted["owner_public"]))
        owner.verify(content[-64:], b"edtui accept v1\0" + self.file_id + content[:-64])
        number, reason, generation, *rest = struct.unpack("<IB3xQQQ32sQQ32s16s", content[:-64])
        assert generation <= self.generation
        return number, reason, generation, tuple(rest[:3]), tuple(rest[3:6])

    def read_anchor(self, path):
        """Give (accepted, generation, sequence, chain, saved at, edition, orders) of the newest."""
        data = Path(path).read_bytes()
        found = []
        for start in (0, 65536):
            clear, sealed = data[start : start + 80], data[start + 80 :]
            if not clear.startswith(bytes.fromhex("FF454454414E430A")):
                continue
            number, *fields, length = struct.unpack("<8xQIQQ32sQI", clear)
            whole = clear + sealed[:length]
            assert hashlib.sha256(whole).digest()[:8] == sealed[length : length + 8]
            salt, commitment, sealed = sealed[:32], sealed[32:64], sealed[64:length]
            purpose = b"edtui anchor v1\0" + self.context
            material = hkdf(bytes.fromhex(self.granted["anchor_key"]), salt, purpose, 76)
            assert material[44:] == commitment
            nonce = (int.from_bytes(material[32:44], "big") ^ number).to_bytes(12, "big")
            plain = AESGCM(material[:32]).decrypt(nonce, sealed, purpose + clear)
            edition, count = struct.unpack_from("<IH", plain)
            orders = dict(struct.iter_unpack("<HQ", plain[6 : 6 + 10 * count]))
            found.append((*fields, edition, orders))
        return max(found, key=lambda one: one[:3])

    def check_frame(self, frame, heads, parts, commit, sealed):
        kind, flags, comp, order, generation, session, _total, _place, reserved = (
            struct.unpack_from("<BBHQHIHHH", frame, 16)
        )
        content = frame[40:]
        assert reserved == 0
        if kind == SESSION:
            count = int.from_bytes(content[32:34], "little")
            rows = [struct.unpack_from("<HH32s", content, 34 + 36 * row) for row in range(count)]
            assert len(content) == 34 + 36 * count
            self.sessions[session] = content[:32], {row[:2]: row[2] for row in rows}
            return
        assert kind in (SNAP, TX, DROP)
        if comp in heads:
            assert not flags & FIRST
            assert order == heads[comp][0] + 1
        else:
            assert flags & FIRST
            assert not sealed
        previous = heads[comp][1] if comp in heads else bytes(16)
        heads[comp] = order, content[-16:]
        if comp not in self.compartments:
            return
        if kind == DROP:
            assert not flags & MORE
            body = self.open_drop(frame, (comp, generation, session), previous)
            commit.append((self.compartments[comp]["name"], "drop", body))
            return
        body = self.open_body(frame, (comp, order, generation, session), previous)
        whole = parts.pop(comp, b"") + body
        if flags & MORE:
            parts[comp] = whole
        elif flags & SIGN_OFF:
            assert not whole
        elif whole or kind == TX:
            name = self.compartments[comp]["name"]
            commit.append((name, "snapshot" if kind == SNAP else "commit", whole))

    def open_body(self, frame, fields, previous):
        comp, order, generation, session = fields
        salt, commitments = self.sessions[session]
        key = bytes.fromhex(self.compartments[comp]["keys"][str(generation)])
        if self.compartments[comp]["kind"] == "drop":
            key = hkdf(key, bytes(32), b"edtui drop data v1\0", 32)
        info = b"edtui segment v1\0" + self.context + struct.pack("<HHI", comp, generation, session)
        material = hkdf(key, salt, info, 76)
        assert material[44:] == commitments[comp, generation]
        nonce = (int.from_bytes(material[32:44], "big") ^ order).to_bytes(12, "big")
        associated = self.context + salt + frame[16:40] + previous
        run = (session, comp) if frame[16] == TX else None
        return self.checked_body(
            AESGCM(material[:32]).decrypt(nonce, frame[40:], associated), associated, run
        )

    def open_drop(self, frame, fields, previous):
        comp, generation, session = fields
        private = X25519PrivateKey.from_private_bytes(
            bytes.fromhex(self.compartments[comp]["keys"][str(generation)])
        )
        content, public = frame[40:], private.public_key().public_bytes_raw()
        shared = private.exchange(X25519PublicKey.from_public_bytes(content[:32]))
        info = b"edtui drop v1\0" + self.context + struct.pack("<HHI", comp, generation, session)
        material = hkdf(shared, content[:32] + public, info, 44)
        associated = self.context + self.sessions[session][0] + frame[16:40] + previous
        return self.checked_body(
            AESGCM(material[:32]).decrypt(material[32:], content[32:], associated), associated
        )

    def checked_body(self, plain, associated, run=None):
        assert len(plain) % 256 == 0
        user_id, signature, length = struct.unpack_from("<16s64sI", plain)
        body, padding = plain[84 : 84 + length], plain[84 + length :]
        assert len(body) == length
        assert not any(padding)
        text = b"edtui body v1\0" + associated + hashlib.sha256(body).digest()
        assert self.signers_of(user_id)
        writer, count, digest = self.runs.pop(run, (user_id, 0, bytes(32)))
        assert writer == user_id
        if associated[60] & UNSIGNED:  # flags, behind context 27, salt 32 and type 1
            assert run is not None
            assert not any(signature)
            assert count < 63
            self.runs[run] = user_id, count + 1, hashlib.sha256(digest + text).digest()
            return body
        if count:
            text = b"edtui run v1\0" + struct.pack("<I", count) + digest + text
        assert any(signed(key, signature, text) for key in self.signers_of(user_id))
        self.signers += [self.members[user_id]["name"]] * (count + 1)
        return body

    def check_seal(self, content, before, heads):
        packed, signature = content[:-64], content[-64:]
        *self.previous, user_id, count = struct.unpack_from("<QQ32s16sH", packed)
        rows = [struct.unpack_from("<HQ16s", packed, 66 + 26 * row) for row in range(count)]
        assert len(packed) == 66 + 26 * count
        assert {row[0]: row[1:] for row in rows} == heads
        text = b"edtui seal v1\0" + self.file_id + struct.pack("<Q", self.generation)
        assert not self.members[user_id]["removed"]
        assert signed(self.signers_of(user_id)[0], signature, text + before + packed)

    def signers_of(self, user_id):
        member = self.members[user_id]
        return [
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(one))
            for one in (member["sign_public"], *member.get("sign_before", ()))
        ]
