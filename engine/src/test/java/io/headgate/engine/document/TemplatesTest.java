package io.headgate.engine.document;

import static io.headgate.engine.document.Trees.dump;
import static io.headgate.engine.document.Trees.range;
import static io.headgate.engine.document.Trees.root;
import static io.headgate.engine.document.Trees.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.Node.Style;
import io.headgate.spi.model.Place;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemplatesTest {

  @Test
  void expressionsAreScalarsAsTheyAreWritten() {
    Documents documents =
        yaml(
            """
            {{- if .Values.enabled }}
            name: {{ .Values.name }}
            quoted: "{{ .Values.a | default "x" }}-y"
            {{ .Values.key }}: 1
            list:
              {{- range .Values.list }}
              - {{ . }} # comment
              {{- end }}
            last: z
            {{- end }}
            """);
    assertThat(dump(documents))
        .isEqualTo(
            """
            document {} 2:1-9:8
              name 2:1-2:5: {{ .Values.name }} 2:7-2:25
              quoted 3:1-3:7: "{{ .Values.a | default "x" }}-y" 3:9-3:42
              {{ .Values.key }} 4:1-4:18: 1 4:20-4:21
              list 5:1-5:5: [] 7:3-7:12
                - {{ . }} 7:5-7:12
              last 9:1-9:5: z 9:7-9:8
            """);
    assertThat(scalar(documents, "name").isTemplated()).isTrue();
    assertThat(scalar(documents, "quoted").isTemplated()).isTrue();
    assertThat(scalar(documents, "last").isTemplated()).isFalse();
  }

  @Test
  void whatATemplatePutsWhereNothingIsWrittenIsUnknown() {
    Documents documents =
        yaml(
            """
            config:
              {{- toYaml .Values.config | nindent 2 }}
            labels:
            {{- with .Values.labels }}
            {{ toYaml . }}
            {{- end }}
            nothing: # {{ comment }}
            {{- if .Values.more }}
            more:
            {{- end }}
            """);
    assertThat(dump(documents))
        .isEqualTo(
            """
            document {} 1:1-9:6
              config 1:1-1:7: {{- toYaml .Values.config | nindent 2 }} 2:3-2:43
              labels 3:1-3:7: {{ toYaml . }} 5:1-5:15
              nothing 7:1-7:8:  7:9-7:9
              more 9:1-9:5:  9:6-9:6
            """);
    assertThat(scalar(documents, "config").isTemplated()).isTrue();
    assertThat(scalar(documents, "nothing").isTemplated()).isFalse();
  }

  @Test
  void aKeyThatATemplateChoosesIsUnknownAndNotGivenTwice() {
    Documents documents =
        yaml(
            """
            {{- if .Values.big }}
            replicas: 3
            {{- else }}
            replicas: 1
            {{- end }}
            name: a
            name: b
            """);
    assertThat(dump(documents))
        .isEqualTo(
            """
            document {} 2:1-7:8
              replicas 2:1-2:9: !! 2:11-2:12
              name 6:1-6:5: a 6:7-6:8
            problem 7:1-7:5 The key 'name' is given twice in one mapping; remove one of them.
            """);
  }

  @Test
  void expressionsOverManyLines() {
    assertThat(
            dump(
                yaml(
                    """
                    {{- /* a comment
                      {{ over }} lines: */ -}}
                    a: 1
                    {{ include "b" (dict
                      "c" 1) }}
                    d: |
                      {{ e }}
                      f
                    """)))
        .isEqualTo(
            """
            document {} 3:1-8:4
              a 3:1-3:2: 1 3:4-3:5
              d 6:1-6:2: |{{ e }}\\nf\\n| 6:4-8:4
            """);
  }

  @Test
  void anOpeningWithoutAnEndSwallowsNothing() {
    assertThat(dump(yaml("a: x {{\nb: '{{'\nc: '}}'\nd: '{{ {{ x }}'\n")))
        .isEqualTo(
            """
            document {} 1:1-4:16
              a 1:1-1:2: x {{ 1:4-1:8
              b 2:1-2:2: '{{' 2:4-2:8
              c 3:1-3:2: '}}' 3:4-3:8
              d 4:1-4:2: '{{ {{ x }}' 4:4-4:16
            """);
  }

  @Test
  void whatStandsInTheTextsOfAnExpressionIsNoOtherOne() {
    String text =
        """
        a: {{`{{ $labels.topic }} has {{ $value }}`}}
        b: lag of {{ "{{" }} $value {{ "}}" }}
        c: '{{ printf "a \\" }} %s" .x }}'
        d: {{ `x }}
        e: '`'
        """;
    assertThat(dump(yaml(text)))
        .isEqualTo(
            """
            document {} 1:1-5:7
              a 1:1-1:2: {{`{{ $labels.topic }} has {{ $value }}`}} 1:4-1:46
              b 2:1-2:2: lag of {{ "{{" }} $value {{ "}}" }} 2:4-2:39
              c 3:1-3:2: '{{ printf "a \\" }} %s" .x }}' 3:4-3:34
              d 4:1-4:2: {{ `x }} 4:4-4:12
              e 5:1-5:2: '`' 5:4-5:7
            """);
  }

  @Test
  void positionsInATextWithExpressions() {
    Documents documents = yaml("sql: |\n  select {{ .column }}\n  {{- if .x }}\n  from t\n");
    Scalar sql = scalar(documents, "sql");
    assertThat(sql.text()).isEqualTo("select {{ .column }}\n{{- if .x }}\nfrom t\n");
    Positions positions = ScalarText.of(sql, documents.documents().get(0).source());
    assertThat(range(positions.place(7, 20))).isEqualTo("2:10-2:23");
    assertThat(range(positions.place(34, 38))).isEqualTo("4:3-4:7");
  }

  @Test
  void aBlockScalarKeepsItsExpressionsOrIsUnknown() {
    Documents documents =
        yaml(
            """
            a: |
              {{ .Values.sql | nindent 2 }}
            b: |
            {{ .Values.sql | indent 2 }}
            c: |
              text
            {{- if .Values.more }}
              more
            {{- end }}
            d: >-  # folded
              text
            {{- if .Values.other }}
            e:
              - f: |
                  text
                {{- if .Values.g }}
                g: 1
                {{- end }}
              - |
                {{ h }}
            {{- end }}
            i: "x
            {{ y }}
              z"
            """);
    assertThat(documents.problems()).isEmpty();
    assertThat(scalar(documents, "a").text()).isEqualTo("{{ .Values.sql | nindent 2 }}\n");
    assertThat(scalar(documents, "a").isTemplated()).isTrue();
    assertThat(scalar(documents, "b").isTemplated()).isTrue();
    assertThat(scalar(documents, "c").isTemplated()).isTrue();
    assertThat(scalar(documents, "d").text()).isEqualTo("text");
    assertThat(scalar(documents, "d").isTemplated()).isFalse();
    assertThat(scalar(documents, "i").isTemplated()).isTrue();
    assertThat(dump(documents))
        .contains(
            """
              e 13:1-13:2: [] 14:3-20:12
                - {} 14:5-17:9
                  f 14:5-14:6: |text\\n| 14:8-15:11
                  g 17:5-17:6: 1 17:8-17:9
                - |{{ h }}\\n| 19:5-20:12
            """);
  }

  @Test
  void aTextWithLinesThatATemplateReplacesHasPositions() {
    Documents documents = yaml("a:\n  - |\n    x\n{{ y }}\n    z\n");
    Scalar scalar =
        root(documents) instanceof Mapping mapping
                && mapping.get("a") instanceof Sequence sequence
                && sequence.items().get(0) instanceof Scalar item
            ? item
            : new Scalar(Place.startOf(""), "", Style.PLAIN);
    assertThat(scalar.text()).isEqualTo("x\n   \nz\n");
    Positions positions = ScalarText.of(scalar, documents.documents().get(0).source());
    assertThat(range(positions.place(6, 7))).isEqualTo("5:5-5:6");
  }

  @Test
  void everyCharacterKeepsItsPlace() {
    long seed = System.nanoTime();
    System.out.println("TemplatesTest seed " + seed);
    Random random = new Random(seed);
    String[] pieces = {"{{", "}}", " ", "\n", "\r\n", "a", ": ", "\uD83D\uDE00", "/*", "*/", "- "};
    for (int run = 0; run < 5_000; run++) {
      StringBuilder built = new StringBuilder();
      for (int i = random.nextInt(40); i > 0; i--) {
        built.append(pieces[random.nextInt(pieces.length)]);
      }
      String text = built.toString();
      String neutral = Templates.neutralise(text);
      assertThat(neutral).hasSameSizeAs(text);
      for (int i = 0; i < text.length(); i++) {
        char c = neutral.charAt(i);
        boolean kept = c == text.charAt(i);
        boolean lineBreak = text.charAt(i) == '\n' || text.charAt(i) == '\r';
        assertThat(kept || (!lineBreak && (c == Templates.MARK || c == ' ' || c == '#')))
            .as("seed %s, offset %s of %s", seed, i, text)
            .isTrue();
      }
    }
  }

  private static Scalar scalar(Documents documents, String key) {
    if (root(documents) instanceof Mapping mapping && mapping.get(key) instanceof Scalar scalar) {
      return scalar;
    }
    throw new AssertionError("No scalar '" + key + "': " + documents);
  }
}
