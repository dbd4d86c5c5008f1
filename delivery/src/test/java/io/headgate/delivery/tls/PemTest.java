package io.headgate.delivery.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** Keys as cert-manager, openssl and Kubernetes write them. */
class PemTest {

  private static final byte[] P256 = {
    (byte) 0xa0, 0x0a, 6, 8, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 3, 1, 7
  };

  private static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder().encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private static PrivateKey generate(String algorithm, int bits) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(bits);
    return generator.generateKeyPair().getPrivate();
  }

  @Test
  void takesRsaInPkcs8AndPkcs1() throws Exception {
    for (int bits : new int[] {2048, 3072}) {
      PrivateKey key = generate("RSA", bits);
      byte[] pkcs8 = key.getEncoded();
      // Behind two heads of four bytes, the version of three and the algorithm of fifteen.
      byte[] pkcs1 = Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
      assertThat(Pem.key(pem("PRIVATE KEY", pkcs8), "RSA")).isEqualTo(key);
      assertThat(Pem.key(pem("RSA PRIVATE KEY", pkcs1), "RSA")).isEqualTo(key);
    }
  }

  @Test
  void takesEcInPkcs8AndSec1() throws Exception {
    ECPrivateKey key = (ECPrivateKey) generate("EC", 256);
    assertThat(Pem.key(pem("PRIVATE KEY", key.getEncoded()), "EC")).isEqualTo(key);
    byte[] number = key.getS().toByteArray();
    byte[] padded = new byte[32];
    for (int i = 1; i <= Math.min(32, number.length); i++) {
      padded[32 - i] = number[number.length - i];
    }
    byte[] head = {0x30, (byte) (5 + 32 + P256.length), 2, 1, 1, 4, 32};
    byte[] sec1 =
        ByteBuffer.allocate(head.length + 32 + P256.length).put(head).put(padded).put(P256).array();
    String pem = pem("EC PARAMETERS", P256) + pem("EC PRIVATE KEY", sec1);
    assertThat(((ECPrivateKey) Pem.key(pem, "EC")).getS()).isEqualTo(key.getS());
  }

  @Test
  void saysWhatItDoesNotTake() throws Exception {
    byte[] key = generate("EC", 256).getEncoded();
    assertThatThrownBy(() -> Pem.key("nothing", "RSA"))
        .hasMessage("It holds no private key in PEM (PKCS#8, PKCS#1 or SEC 1).");
    assertThatThrownBy(() -> Pem.key(pem("ENCRYPTED PRIVATE KEY", key), "EC"))
        .hasMessage("Its key is protected by a password; give it without one.");
    assertThatThrownBy(() -> Pem.key(pem("PRIVATE KEY", key), "RSA"))
        .hasMessage("Its key is broken, or not one of RSA.");
    assertThatThrownBy(() -> Pem.key(pem("EC PRIVATE KEY", new byte[] {0x30, 3, 2, 1, 1}), "EC"))
        .hasMessage("Its key names no curve.");
    for (int length = 0; length < key.length; length++) {
      byte[] cut = Arrays.copyOf(key, length);
      assertThatThrownBy(() -> Pem.key(pem("EC PRIVATE KEY", cut), "EC"))
          .isInstanceOf(java.security.GeneralSecurityException.class);
    }
    assertThatThrownBy(() -> Pem.certificates("x")).hasMessage("It holds no certificate in PEM.");
  }
}
