package io.headgate.delivery.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate of a server and its key, as a Kubernetes secret mounts them. What is read anew
 * holds for the connections that come; those that are there stay.
 */
public final class ServerCertificate extends X509ExtendedKeyManager {

  private static final String ALIAS = "headgate";

  private final Path certificateFile;
  private final Path keyFile;
  private volatile Pair pair;

  private record Pair(
      String certificateText, String keyText, List<X509Certificate> chain, PrivateKey key) {}

  private ServerCertificate(Path certificateFile, Path keyFile, Pair pair) {
    this.certificateFile = certificateFile;
    this.keyFile = keyFile;
    this.pair = pair;
  }

  /**
   * Reads both files.
   *
   * @param certificate the server's certificate and what leads to its authority, in PEM
   * @param key its private key in PEM: PKCS#8, PKCS#1 or SEC 1, without a password
   * @throws IOException if one of them cannot be used, with a sentence that says which and why
   */
  public static ServerCertificate read(Path certificate, Path key) throws IOException {
    return new ServerCertificate(certificate, key, load(certificate, key));
  }

  /**
   * Reads the files again if they have changed. What cannot be used changes nothing: a pair may be
   * half written.
   *
   * @return whether there is another certificate now
   * @throws IOException as {@link #read}; the certificate of before stays
   */
  public boolean reload() throws IOException {
    Pair old = pair;
    if (text(certificateFile).equals(old.certificateText())
        && text(keyFile).equals(old.keyText())) {
      return false;
    }
    pair = load(certificateFile, keyFile);
    return true;
  }

  /** Until when it holds: the first of its chain that expires. */
  public Instant expiry() {
    Instant first = Instant.MAX;
    for (X509Certificate certificate : pair.chain()) {
      Instant end = certificate.getNotAfter().toInstant();
      first = end.isBefore(first) ? end : first;
    }
    return first;
  }

  /** What a server speaks with: TLS 1.2 and 1.3, and always with the certificate of now. */
  public SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[] {this}, null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no TLS.", e);
    }
  }

  /** What a client in this process speaks with to that server: it trusts no other certificate. */
  public SSLContext clientContext() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {new Own()}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This JVM has no TLS.", e);
    }
  }

  /** Knows the server by its very certificate, so it matters neither for whom it is nor by whom. */
  private final class Own extends X509ExtendedTrustManager {

    private void look(X509Certificate[] chain) throws CertificateException {
      if (chain.length == 0 || !chain[0].equals(pair.chain().get(0))) {
        throw new CertificateException("It is another server.");
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      look(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("No client is asked who it is.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      throw new CertificateException("No client is asked who it is.");
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      throw new CertificateException("No client is asked who it is.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }

  private static Pair load(Path certificateFile, Path keyFile) throws IOException {
    String certificateText = text(certificateFile);
    String keyText = text(keyFile);
    List<X509Certificate> chain;
    try {
      chain = Pem.certificates(certificateText);
    } catch (GeneralSecurityException e) {
      throw new IOException("The certificate '" + certificateFile + "' cannot be used. " + said(e));
    }
    try {
      PublicKey open = chain.get(0).getPublicKey();
      PrivateKey key = Pem.key(keyText, open.getAlgorithm());
      if (!belong(open, key)) {
        throw new GeneralSecurityException("It is not the key of the certificate.");
      }
      return new Pair(certificateText, keyText, List.copyOf(chain), key);
    } catch (GeneralSecurityException e) {
      throw new IOException("The key '" + keyFile + "' cannot be used. " + said(e));
    }
  }

  private static String said(GeneralSecurityException e) {
    String message = e.getMessage();
    return message != null && message.startsWith("It") ? message : "It is broken.";
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new IOException(
          "The file '" + file + "' cannot be read (" + e.getClass().getSimpleName() + ").");
    }
  }

  private static boolean belong(PublicKey open, PrivateKey key) throws GeneralSecurityException {
    String algorithm =
        switch (open.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> open.getAlgorithm();
        };
    byte[] nonce = new byte[32];
    new SecureRandom().nextBytes(nonce);
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(nonce);
    Signature verifying = Signature.getInstance(algorithm);
    verifying.initVerify(open);
    verifying.update(nonce);
    return verifying.verify(signing.sign());
  }

  private boolean fits(String keyType) {
    String own = pair.chain().get(0).getPublicKey().getAlgorithm();
    return keyType.equals(own) || keyType.startsWith(own + "_");
  }

  @Override
  public @Nullable String chooseEngineServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
    return fits(keyType) ? ALIAS : null;
  }

  @Override
  public @Nullable String chooseServerAlias(
      String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return fits(keyType) ? ALIAS : null;
  }

  @Override
  public X509Certificate[] getCertificateChain(String alias) {
    return pair.chain().toArray(X509Certificate[]::new);
  }

  @Override
  public PrivateKey getPrivateKey(String alias) {
    return pair.key();
  }

  @Override
  public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
    return fits(keyType) ? new String[] {ALIAS} : new String[0];
  }

  @Override
  public String[] getClientAliases(String keyType, Principal @Nullable [] issuers) {
    return new String[0];
  }

  @Override
  public @Nullable String chooseClientAlias(
      String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
    return null;
  }
}
