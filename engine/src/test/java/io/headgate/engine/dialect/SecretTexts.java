package io.headgate.engine.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.SourceText;
import io.headgate.spi.Finding;
import io.headgate.spi.model.Place;
import io.headgate.spi.model.Resource;
import io.headgate.spi.model.Secret;
import java.util.List;
import java.util.Objects;

/** Files with a secret in them, and what is said about them. */
final class SecretTexts {

  /** What stands for a secret in every text. */
  static final String SECRET = "hUnter-2-Zw9";

  private SecretTexts() {}

  static ReadFile connector(String line) {
    return read(
        "apps/connectors/a.yaml",
        "clusterName: c\nname: n\nconfig:\n    connector.class: X\n" + line + "\n");
  }

  static ReadFile read(String path, String text) {
    return Objects.requireNonNull(Dump.read(path, text));
  }

  static List<Secret> secrets(ReadFile file) {
    return file.resources().stream()
        .filter(Secret.class::isInstance)
        .map(Secret.class::cast)
        .toList();
  }

  static Secret only(ReadFile file) {
    assertThat(secrets(file)).as(all(file)).hasSize(1);
    return secrets(file).get(0);
  }

  /** Everything that the model and the messages say. */
  static String all(ReadFile file) {
    StringBuilder all = new StringBuilder(Dump.of(file.file(), file));
    for (Resource resource : file.resources()) {
      all.append(resource).append('\n');
    }
    for (Finding finding : file.findings()) {
      all.append(finding).append('\n');
    }
    return all.toString();
  }

  static String written(String text, Place place) {
    SourceText source = new SourceText("a", text);
    return text.substring(
        source.offset(place.startLine(), place.startColumn()),
        source.offset(place.endLine(), place.endColumn()));
  }
}
