package io.headgate.engine.report.sarif;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UriReferencesTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          kafka/topics/a-b_c~1.v2.yaml, kafka/topics/a-b_c~1.v2.yaml
          a b.yaml,                     a%20b.yaml
          50%.yaml,                     50%25.yaml
          a%20b.yaml,                   a%2520b.yaml
          größe.yaml,                   gr%C3%B6%C3%9Fe.yaml
          🙂.yaml,                      %F0%9F%99%82.yaml
          c#?&=+.yaml,                  c%23%3F%26%3D%2B.yaml
          mailto:me/x.yaml,             mailto%3Ame/x.yaml
          a\\b[1]'<>.yaml,              a%5Cb%5B1%5D%27%3C%3E.yaml
          /etc/x y.yaml,                file:///etc/x%20y.yaml
          C:/x.yaml,                    file:///C%3A/x.yaml
          """)
  void encodesAllButUnreserved(String path, String uri) {
    assertThat(UriReferences.toUriReference(path)).isEqualTo(uri);
    assertThat(URI.create(uri).getPath().replaceFirst("^/(?=C:)", "")).isEqualTo(path);
  }
}
