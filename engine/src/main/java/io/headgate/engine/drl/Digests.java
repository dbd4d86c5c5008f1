package io.headgate.engine.drl;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Digests, and digests that only the holder of a key can make. */
public final class Digests {

  private static final int BLOCK = 64;

  private Digests() {}

  /** A fresh SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  /** A number of bytes ahead of the bytes, so that no two lists give the same digest. */
  static void add(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
    digest.update(bytes);
  }

  /**
   * HMAC-SHA-256 (RFC 2104). By hand, because the first use of {@code javax.crypto} takes longer
   * than all the rest of loading a pack.
   *
   * @param key at most 64 bytes
   */
  static byte[] hmac(byte[] key, byte[]... texts) {
    byte[] inner = new byte[BLOCK];
    byte[] outer = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      byte k = i < key.length ? key[i] : 0;
      inner[i] = (byte) (k ^ 0x36);
      outer[i] = (byte) (k ^ 0x5c);
    }
    MessageDigest digest = sha256();
    digest.update(inner);
    for (byte[] text : texts) {
      digest.update(text);
    }
    byte[] first = digest.digest();
    digest.update(outer);
    return digest.digest(first);
  }
}
