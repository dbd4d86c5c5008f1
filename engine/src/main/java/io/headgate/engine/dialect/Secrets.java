package io.headgate.engine.dialect;

import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Positions;
import io.headgate.engine.document.ScalarText;
import io.headgate.engine.document.SourceText;
import io.headgate.spi.model.Located;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.ResourceRef;
import io.headgate.spi.model.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the places that hold a secret, by the names of their keys and by the form of their
 * values, and keeps the values out of the model. The keys are those that Kafka types as password
 * ({@code SslConfigs}, {@code SaslConfigs}), that Lenses' provisioning schema marks as secret, and
 * that connectors commonly use.
 */
public final class Secrets {

  private static final List<String> SUFFIXES =
      List.of(
          "password",
          "passwd",
          "pwd",
          "passphrase",
          "secret",
          "secret.key",
          "secret.access.key",
          "access.key",
          "api.key",
          "api.secret",
          "application.key",
          "agent.key",
          "integration.key",
          "account.key",
          "private.key",
          "keystore.key",
          "aes256.key",
          "token",
          "credentials",
          "credentials.json",
          "creds",
          "connection.string",
          "user.info",
          "webhook.url");
  private static final List<String> PUBLIC_SUFFIXES =
      List.of("secret.name", "access.key.id", "token.bucket", "public.key");
  private static final Set<String> BOOLEANS = Set.of("true", "false");

  /** What Lenses writes into an export in the place of a secret. */
  private static final String HIDDEN = "[secret hidden by Lenses]";

  private static final Pattern REFERENCE =
      Pattern.compile(
          "\\\\?\\$\\{[^}]*}|\\$[A-Za-z_][A-Za-z0-9_]*|\\{\\{.*}}|vault:.+|ENC\\[.*|ENV-[a-z0-9-]+:.*"
              + "|secretKeyRef:.*",
          Pattern.DOTALL);
  private static final Pattern IN_TEXT =
      Pattern.compile(
          "(?:password|clientSecret|client_secret|secret)\\s*=\\s*(?:\\\\?\"([^\"\\\\]+)|'([^']+)"
              + "|([^\\s;&\"'\\\\]+))|://[^/\\s:@]+:([^/\\s@]+)@",
          Pattern.CASE_INSENSITIVE);

  private Secrets() {}

  /** Whether the value of a key is a secret by the key's name, in any spelling. */
  public static boolean isSecretKey(String key) {
    String name = normal(key);
    for (String suffix : PUBLIC_SUFFIXES) {
      if (name.endsWith(suffix)) {
        return false;
      }
    }
    for (String suffix : SUFFIXES) {
      if (name.equals(suffix) || name.endsWith("." + suffix)) {
        return true;
      }
    }
    return false;
  }

  /** {@code sslKeyPassword}, {@code SSL_KEY_PASSWORD} and {@code ssl-key-password} are one name. */
  private static String normal(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean hump = Character.isUpperCase(c) && i > 0 && Character.isLowerCase(key.charAt(i - 1));
      if (hump) {
        name.append('.');
      }
      name.append(c == '_' || c == '-' || c == ' ' ? '.' : Character.toLowerCase(c));
    }
    return name.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads one value. A secret is given to the sink, and in its stead comes back an unknown value.
   *
   * @param key the key whose value it is
   * @param scalar the value as written
   * @param value the value as located text
   * @param source the text of the file
   */
  public static Located<String> guard(
      ResourceRef holder,
      String key,
      Scalar scalar,
      Located<String> value,
      SourceText source,
      Consumer<? super Secret> sink) {
    String text = scalar.text().strip();
    if (text.isEmpty() || BOOLEANS.contains(text) || text.equals(HIDDEN)) {
      return value;
    }
    if (isSecretKey(key)) {
      boolean reference = REFERENCE.matcher(text).matches() || scalar.isTemplated();
      sink.accept(
          reference
              ? new Secret(
                  holder,
                  Secret.Form.REFERENCE,
                  Located.known(text, value.attribute(), scalar.place()))
              : new Secret(
                  holder, Secret.Form.LITERAL, Located.unknown(value.attribute(), scalar.place())));
      return Located.unknown(value.attribute(), scalar.place());
    }
    List<Place> inside = inside(scalar, source);
    for (Place place : inside) {
      sink.accept(
          new Secret(holder, Secret.Form.LITERAL, Located.unknown(value.attribute(), place)));
    }
    return inside.isEmpty() ? value : Located.unknown(value.attribute(), scalar.place());
  }

  /** Secrets in the midst of a text: a JAAS configuration, a URL. */
  private static List<Place> inside(Scalar scalar, SourceText source) {
    String text = scalar.text();
    if (text.indexOf('=') < 0 && !text.contains("://")) {
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    Matcher matcher = IN_TEXT.matcher(text);
    Positions positions = null;
    while (matcher.find()) {
      for (int group = 1; group <= matcher.groupCount(); group++) {
        String found = matcher.group(group);
        if (found != null && !REFERENCE.matcher(found).matches() && !found.startsWith("${")) {
          positions = positions == null ? ScalarText.of(scalar, source) : positions;
          places.add(positions.place(matcher.start(group), matcher.end(group)));
        }
      }
    }
    return places;
  }
}
