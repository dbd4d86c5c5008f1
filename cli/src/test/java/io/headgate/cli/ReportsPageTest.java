package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What docs/reports.md shows is what headgate writes. {@code -Dheadgate.update=true} writes it
 * anew.
 */
class ReportsPageTest {

  private static final Path PAGE = Path.of("..", "docs", "reports.md");

  private static final Pattern EXAMPLE =
      Pattern.compile("(<!-- report: (\\w+) -->\n```\\w+\n)(.*?)(```\n)", Pattern.DOTALL);

  @TempDir Path work;

  @Test
  void theExamplesAreWhatIsWritten() throws IOException {
    String page = Files.readString(PAGE);
    Matcher file =
        Pattern.compile("this file, `([^`]+)`:\n\n```yaml\n(.*?)```", Pattern.DOTALL).matcher(page);
    assertThat(file.find()).isTrue();
    Cli.write(work, file.group(1), file.group(2));
    List<String> formats = new ArrayList<>();
    String fresh =
        EXAMPLE
            .matcher(page)
            .replaceAll(
                match -> {
                  formats.add(match.group(2));
                  String out = Cli.run("check", work.toString(), "--report", match.group(2)).out();
                  assertThat(out).doesNotContain("```");
                  // The version is that of the build.
                  out = out.replaceFirst("(\"headgate\" : )\"[^\"]*\"", "$1\"0.1.0\"");
                  return Matcher.quoteReplacement(match.group(1) + out + match.group(4));
                });
    if (Boolean.getBoolean("headgate.update")) {
      Files.writeString(PAGE, fresh);
    }
    assertThat(Files.readString(PAGE)).isEqualTo(fresh);
    assertThat(formats).containsExactly("gitlab", "github", "markdown", "json", "junit");
  }

  @Test
  void everyFormatIsInTheTable() throws IOException {
    String page = Files.readString(PAGE);
    for (String format : ReportTarget.FORMATS) {
      assertThat(page).contains("\n| `" + format + "` | ");
    }
  }
}
