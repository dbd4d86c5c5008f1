package io.headgate.delivery.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An authority of the test's own, and what it signs, made by the JDK's keytool. */
final class TestTls {

  private static final char[] PASSWORD = "changeit".toCharArray();

  private final Path directory;

  TestTls(Path directory) throws Exception {
    this.directory = directory;
    keytool(
        "-genkeypair",
        "-alias",
        "ca",
        "-keyalg",
        "EC",
        "-dname",
        "CN=test",
        "-validity",
        "9",
        "-ext",
        "bc:c");
    keytool("-exportcert", "-rfc", "-alias", "ca", "-file", directory.resolve("ca.pem").toString());
  }

  private String keytool(String... args) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(args));
    command.addAll(
        List.of("-keystore", directory.resolve("keys.p12").toString(), "-storepass", "changeit"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  /**
   * Writes {@code tls.crt} and {@code tls.key} for localhost.
   *
   * @param algorithm of the key: RSA or EC
   * @param start when it begins to hold, such as {@code -2d}
   * @param days how long it does
   */
  void issue(String name, String algorithm, String start, int days) throws Exception {
    keytool(
        "-genkeypair",
        "-alias",
        name,
        "-keyalg",
        algorithm,
        "-dname",
        "CN=" + name,
        "-signer",
        "ca",
        "-startdate",
        start,
        "-validity",
        Integer.toString(days),
        "-ext",
        "san=dns:localhost,dns:headgate.kafka.svc,ip:127.0.0.1",
        "-ext",
        "ku=digitalSignature,keyEncipherment",
        "-ext",
        "eku=serverAuth");
    KeyStore keys = keys();
    Certificate[] chain = keys.getCertificateChain(name);
    StringBuilder pem = new StringBuilder();
    for (Certificate certificate : chain) {
      pem.append(pem("CERTIFICATE", certificate.getEncoded()));
    }
    Key key = keys.getKey(name, PASSWORD);
    Files.writeString(directory.resolve("tls.crt"), pem);
    Files.writeString(directory.resolve("tls.key"), pem("PRIVATE KEY", key.getEncoded()));
  }

  static String pem(String label, byte[] der) {
    return "-----BEGIN "
        + label
        + "-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der)
        + "\n-----END "
        + label
        + "-----\n";
  }

  private KeyStore keys() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    keys.load(
        new ByteArrayInputStream(Files.readAllBytes(directory.resolve("keys.p12"))), PASSWORD);
    return keys;
  }

  Path certificate() {
    return directory.resolve("tls.crt");
  }

  Path key() {
    return directory.resolve("tls.key");
  }

  /** What a client needs to trust this authority and nobody else. */
  SSLContext client() throws Exception {
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("ca", keys().getCertificate("ca"));
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
