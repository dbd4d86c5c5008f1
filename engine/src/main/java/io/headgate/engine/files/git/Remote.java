package io.headgate.engine.files.git;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/** The address of a repository elsewhere, as it may be shown to anybody. */
final class Remote {

  private Remote() {}

  /**
   * As a URI without user, password, query and fragment, any of which may be a secret.
   *
   * @param address as git takes it: a URL, or {@code user@host:path}
   * @return null if it leads to this machine, or is no address
   */
  static @Nullable String shown(String address) {
    try {
      URI uri = new URI(address.contains("://") ? address : ofSecureCopy(address));
      String scheme = uri.getScheme();
      if (scheme == null || uri.getHost() == null || scheme.equals("file")) {
        return null;
      }
      return new URI(scheme, null, uri.getHost(), uri.getPort(), uri.getPath(), null, null)
          .toASCIIString();
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** See git-fetch(1), "GIT URLS": a colon ahead of the first slash. */
  private static String ofSecureCopy(String address) throws URISyntaxException {
    int colon = address.indexOf(':');
    int slash = address.indexOf('/');
    if (colon < 1 || (slash >= 0 && slash < colon)) {
      throw new URISyntaxException(address, "A path of this machine");
    }
    String path = address.substring(colon + 1);
    return new URI(
            "ssh",
            address.substring(0, colon),
            path.startsWith("/") ? path : "/" + path,
            null,
            null)
        .toASCIIString();
  }
}
