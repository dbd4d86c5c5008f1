package io.headgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.headgate.cli.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a check with a text report must not load, because a start would pay for it. */
class LoadedClassesIT {

  @TempDir Path directory;

  @Test
  void aCheckLoadsNothingThatItsStartWouldFeel() throws IOException, InterruptedException {
    Set<String> classes = loadedByACheck();

    assertThat(classes).contains("io.headgate.cli.Main", "io.headgate.engine.Run");
    assertThat(classes)
        .as("equals, hashCode and toString of a record, unless written out, are linked when called")
        .doesNotContain("java.lang.runtime.ObjectMethods");
    assertThat(classes)
        .as("what only another report, another command or another pack needs")
        .noneMatch(
            name ->
                name.startsWith("io.headgate.engine.pack.")
                    || name.startsWith("io.headgate.engine.edit.")
                    || name.startsWith("io.headgate.engine.fix.")
                    || name.startsWith("io.headgate.engine.init.")
                    || name.startsWith("io.headgate.engine.policy.Baseline")
                    || name.startsWith("io.headgate.engine.policy.Waive")
                    || name.startsWith("io.headgate.engine.policy.Inline")
                    || name.startsWith("io.headgate.engine.Waiv")
                    || name.startsWith("io.headgate.engine.report.Asides")
                    || name.startsWith("io.headgate.engine.permit.")
                    || name.startsWith("io.headgate.cli.Permit")
                    || name.equals("io.headgate.cli.GateCommand")
                    || name.equals("io.headgate.cli.Grounds")
                    || name.equals("java.security.MessageDigest")
                    || name.startsWith("io.headgate.cli.Baseline")
                    || name.startsWith("io.headgate.cli.NamedFiles")
                    || name.startsWith("io.headgate.cli.Waive")
                    || name.startsWith("io.headgate.cli.JobSummary")
                    || name.startsWith("io.headgate.engine.report.Fingerprints")
                    || (name.startsWith("io.headgate.engine.report.")
                        && name.indexOf('.', "io.headgate.engine.report.".length()) > 0
                        && !name.startsWith("io.headgate.engine.report.text."))
                    || name.startsWith("tools.jackson.databind.")
                    || name.startsWith("com.contrastsecurity.")
                    || name.startsWith("org.kie.")
                    || name.startsWith("org.drools.")
                    || name.startsWith("org.apache.kafka.clients."));
  }

  private Set<String> loadedByACheck() throws IOException, InterruptedException {
    Path javaHome = Installation.javaHomes().get(0);
    Installation headgate = Installation.in(directory, javaHome);
    Path log = directory.resolve("classes");
    Outcome outcome =
        headgate.command(
            Map.of(),
            javaHome.resolve("bin/java"),
            "-Xlog:class+load:file=" + log + "::filecount=0,filesize=0",
            "-jar",
            headgate.jar().toString(),
            "check",
            headgate.jar().resolveSibling("examples/payments").toString());
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(1);
    Set<String> classes = new TreeSet<>();
    for (String line : Files.readAllLines(log)) {
      // [0.045s][info][class,load] java.lang.String source: shared objects file
      int start = line.indexOf("] ") + 2;
      int end = line.indexOf(' ', start);
      classes.add(end < 0 ? line.substring(start) : line.substring(start, end));
    }
    return classes;
  }
}
