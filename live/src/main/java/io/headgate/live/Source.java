package io.headgate.live;

import io.headgate.engine.error.UserError;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Something that is asked over HTTP.
 *
 * @param name what it is called in the landscape
 * @param uri where it is; without a slash at its end, and without user and password
 * @param credentials {@code USER:PASSWORD}; null for none
 */
public record Source(String name, URI uri, @Nullable String credentials) {

  /**
   * Reads {@code [NAME=]URL}; without a name the host is its name.
   *
   * @throws UserError if it is no address for HTTP, or holds a password
   */
  public static Source parse(String text, String option, @Nullable String credentials) {
    int equals = text.indexOf('=');
    boolean named = equals > 0 && text.substring(0, equals).indexOf(':') < 0;
    String url = named ? text.substring(equals + 1) : text;
    URI uri;
    try {
      uri = URI.create(url.endsWith("/") ? url.substring(0, url.length() - 1) : url);
    } catch (IllegalArgumentException e) {
      throw new UserError("What " + option + " says is no URL; write http://HOST:PORT.");
    }
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null) {
      throw new UserError("What " + option + " says is no URL; write http://HOST:PORT.");
    }
    if (uri.getUserInfo() != null) {
      throw new UserError(
          "The URL of "
              + option
              + " holds a user or a password, which other users of this machine can see. Put them"
              + " into the environment: HEADGATE_CONNECT_USER or HEADGATE_REGISTRY_USER, as"
              + " USER:PASSWORD.");
    }
    return new Source(named ? text.substring(0, equals) : uri.getHost(), uri, credentials);
  }

  @Override
  public String toString() {
    return name + "=" + uri;
  }
}
