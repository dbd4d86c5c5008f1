package io.headgate.engine.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The style or the script of the page. The page's policy names it by its digest, so that a browser
 * takes this one and no other, whatever else comes to stand in the page.
 *
 * @param text what stands between the tags
 * @param digest as a Content-Security-Policy names it
 */
record Asset(String text, String digest) {

  /** An asset of this package. */
  static Asset of(String file) {
    try (InputStream in = Asset.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("headgate comes without '" + file + "'.");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Asset(text, "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("'" + file + "' cannot be read.", e);
    }
  }
}
