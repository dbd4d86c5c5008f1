package io.headgate.delivery.tls;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Certificates and private keys as PEM (RFC 7468). Keys in PKCS#8 of RSA, EC and EdDSA, in PKCS#1
 * of RSA, and in SEC 1 of EC, which is what cert-manager, openssl and Kubernetes write; none that a
 * password protects.
 */
final class Pem {

  private static final byte[] RSA = {
    0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  private static final byte[] EC = {6, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

  private static final byte[] ZERO = {2, 1, 0};

  private Pem() {}

  /**
   * The chain of a server, its own certificate first.
   *
   * @throws GeneralSecurityException if there is none, with a sentence that says so
   */
  static List<X509Certificate> certificates(String text) throws GeneralSecurityException {
    List<X509Certificate> chain = new ArrayList<>();
    if (text.contains("-----BEGIN CERTIFICATE-----")) {
      for (Certificate certificate :
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)))) {
        if (certificate instanceof X509Certificate x509) {
          chain.add(x509);
        }
      }
    }
    if (chain.isEmpty()) {
      throw new GeneralSecurityException("It holds no certificate in PEM.");
    }
    return chain;
  }

  /**
   * A private key.
   *
   * @param algorithm that of the certificate's public key, such as {@code RSA}
   * @throws GeneralSecurityException if there is none that can be read, with a sentence that says
   *     so and quotes nothing
   */
  static PrivateKey key(String text, String algorithm) throws GeneralSecurityException {
    byte[] pkcs8;
    if (text.contains("-----BEGIN PRIVATE KEY-----")) {
      pkcs8 = body(text, "PRIVATE KEY");
    } else if (text.contains("-----BEGIN RSA PRIVATE KEY-----") && !isEncrypted(text)) {
      pkcs8 = wrapped(RSA, body(text, "RSA PRIVATE KEY"));
    } else if (text.contains("-----BEGIN EC PRIVATE KEY-----") && !isEncrypted(text)) {
      byte[] sec1 = body(text, "EC PRIVATE KEY");
      pkcs8 = wrapped(tagged(0x30, joined(EC, curve(sec1))), sec1);
    } else {
      throw new GeneralSecurityException(
          isEncrypted(text)
              ? "Its key is protected by a password; give it without one."
              : "It holds no private key in PEM (PKCS#8, PKCS#1 or SEC 1).");
    }
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    } catch (GeneralSecurityException e) {
      // Its own message may tell what is in the key.
      throw new GeneralSecurityException("Its key is broken, or not one of " + algorithm + ".");
    }
  }

  private static boolean isEncrypted(String text) {
    return text.contains("ENCRYPTED");
  }

  private static byte[] body(String text, String label) throws GeneralSecurityException {
    String begin = "-----BEGIN " + label + "-----";
    int from = text.indexOf(begin) + begin.length();
    int to = text.indexOf("-----END " + label + "-----", from);
    try {
      return Base64.getMimeDecoder().decode(text.substring(from, Math.max(from, to)));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("Its key is not in Base64.");
    }
  }

  /** The curve that a key in SEC 1 names: the content of its element [0], RFC 5915. */
  private static byte[] curve(byte[] sec1) throws GeneralSecurityException {
    int at = content(sec1, 0);
    while (at + 1 < sec1.length) {
      int inner = content(sec1, at);
      int length = length(sec1, at);
      if ((sec1[at] & 0xff) == 0xa0 && inner + length <= sec1.length) {
        return java.util.Arrays.copyOfRange(sec1, inner, inner + length);
      }
      at = inner + length;
    }
    throw new GeneralSecurityException("Its key names no curve.");
  }

  private static int content(byte[] der, int at) {
    return at + 2 + (at + 1 < der.length && der[at + 1] < 0 ? der[at + 1] & 0x7f : 0);
  }

  private static int length(byte[] der, int at) throws GeneralSecurityException {
    int first = der[at + 1];
    if (first >= 0) {
      return first;
    }
    int length = 0;
    for (int i = at + 2; i < content(der, at); i++) {
      length = i < der.length && length < 1 << 16 ? length << 8 | (der[i] & 0xff) : -1;
      if (length < 0) {
        throw new GeneralSecurityException("Its key is broken.");
      }
    }
    return length;
  }

  /** PKCS#8 (RFC 5208): a version, an algorithm, and the key. */
  private static byte[] wrapped(byte[] algorithm, byte[] key) {
    return tagged(0x30, joined(ZERO, algorithm, tagged(4, key)));
  }

  private static byte[] tagged(int tag, byte[] content) {
    int n = content.length;
    byte[] head;
    if (n < 128) {
      head = new byte[] {(byte) tag, (byte) n};
    } else if (n < 256) {
      head = new byte[] {(byte) tag, (byte) 0x81, (byte) n};
    } else {
      head = new byte[] {(byte) tag, (byte) 0x82, (byte) (n >> 8), (byte) n};
    }
    return joined(head, content);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
