package io.headgate.cli;

import io.headgate.cli.Installation.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The files of {@code ci/}, and the scripts in them as the servers run them. */
final class CiFiles {

  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  static final Path CI = ROOT.resolve("ci");

  private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{ *([\\w.-]+) *}}");
  private static final Pattern SHELL = Pattern.compile("sh '''\n(.*?)'''", Pattern.DOTALL);

  private CiFiles() {}

  /** A script of a file, and what it is run with. */
  record Script(String name, String shell, String text) {}

  static Map<?, ?> yaml(String file) throws IOException {
    LoadSettings settings = LoadSettings.builder().setLabel(file).build();
    return (Map<?, ?>)
        Objects.requireNonNull(new Load(settings).loadFromString(text(file)), () -> file);
  }

  static String text(String file) throws IOException {
    return Files.readString(CI.resolve(file));
  }

  /** What lies at a path of keys; null if nothing. */
  static @Nullable Object at(Map<?, ?> tree, String... keys) {
    Object at = tree;
    for (String key : keys) {
      at = at instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return at;
  }

  static List<?> list(Map<?, ?> tree, String... keys) {
    return (List<?>) Objects.requireNonNull(at(tree, keys));
  }

  static Map<?, ?> map(Map<?, ?> tree, String... keys) {
    return (Map<?, ?>) Objects.requireNonNull(at(tree, keys));
  }

  /** Every script there is. */
  static List<Script> scripts() throws IOException {
    List<Script> scripts = new ArrayList<>();
    for (Map<?, ?> step : actionSteps()) {
      if (step.get("run") instanceof String run) {
        scripts.add(new Script("github: " + step.get("name"), "bash", run));
      }
    }
    for (String job : List.of("headgate-report", "headgate-verdict")) {
      scripts.add(new Script("gitlab: " + job, "sh", gitlabScript(job)));
    }
    for (String script : jenkinsScripts()) {
      scripts.add(new Script("jenkins", "sh", script));
    }
    scripts.add(new Script("argocd", "sh", text("argocd/generate")));
    return scripts;
  }

  static List<Map<?, ?>> actionSteps() throws IOException {
    List<Map<?, ?>> steps = new ArrayList<>();
    for (Object step : list(yaml("github/action.yml"), "runs", "steps")) {
      steps.add((Map<?, ?>) step);
    }
    return steps;
  }

  /** What a job of GitLab runs, in one shell. */
  static String gitlabScript(String job) throws IOException {
    Map<?, ?> file = yaml("gitlab/headgate.gitlab-ci.yml");
    List<Object> lines = new ArrayList<>();
    if (at(file, job, "before_script") instanceof List<?> before) {
      lines.addAll(before);
    }
    lines.addAll(list(file, job, "script"));
    return String.join("\n", lines.stream().map(String::valueOf).toList()) + "\n";
  }

  static Map<String, String> gitlabVariables() throws IOException {
    Map<String, String> variables = new LinkedHashMap<>();
    for (Map.Entry<?, ?> variable :
        map(yaml("gitlab/headgate.gitlab-ci.yml"), "variables").entrySet()) {
      Object value =
          variable.getValue() instanceof Map<?, ?> map ? map.get("value") : variable.getValue();
      variables.put(String.valueOf(variable.getKey()), String.valueOf(value));
    }
    return variables;
  }

  static List<String> jenkinsScripts() throws IOException {
    List<String> scripts = new ArrayList<>();
    Matcher matcher = SHELL.matcher(text("jenkins/Jenkinsfile"));
    while (matcher.find()) {
      // Groovy takes a line break behind a backslash away.
      scripts.add(matcher.group(1).replace("\\\n", ""));
    }
    return scripts;
  }

  /**
   * A run of the action: its steps one after another, as a runner does it, without the upload.
   *
   * @param inputs what the workflow gives it
   * @param temp the runner's directory for files
   */
  static List<Outcome> runAction(
      Path where, Path temp, Map<String, String> environment, Map<String, String> inputs)
      throws IOException, InterruptedException {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<?, ?> input : map(yaml("github/action.yml"), "inputs").entrySet()) {
      String name = String.valueOf(input.getKey());
      values.put("inputs." + name, String.valueOf(((Map<?, ?>) input.getValue()).get("default")));
    }
    inputs.forEach((name, value) -> values.put("inputs." + name, value));
    Path output = Files.writeString(temp.resolve("output"), "");
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.put("RUNNER_TEMP", temp.toString());
    all.put("GITHUB_OUTPUT", output.toString());
    all.put("GITHUB_STEP_SUMMARY", temp.resolve("summary").toString());
    List<Outcome> outcomes = new ArrayList<>();
    for (Map<?, ?> step : actionSteps()) {
      if (!(step.get("run") instanceof String script)) {
        continue;
      }
      boolean failed = outcomes.stream().anyMatch(outcome -> outcome.code() != 0);
      if (failed && !String.valueOf(step.get("if")).contains("always()")) {
        continue;
      }
      Map<String, String> variables = new LinkedHashMap<>(all);
      for (Map.Entry<?, ?> variable : map(step, "env").entrySet()) {
        String text =
            EXPRESSION
                .matcher(String.valueOf(variable.getValue()))
                .replaceAll(m -> Matcher.quoteReplacement(values.getOrDefault(m.group(1), "")));
        variables.put(String.valueOf(variable.getKey()), text);
      }
      Path file = Files.writeString(temp.resolve("step.sh"), script);
      outcomes.add(
          run(
              where,
              variables,
              "bash",
              "--noprofile",
              "--norc",
              "-eo",
              "pipefail",
              file.toString()));
      if (step.get("id") != null) {
        for (String line : Files.readAllLines(output)) {
          int equals = line.indexOf('=');
          values.put(
              "steps." + step.get("id") + ".outputs." + line.substring(0, equals),
              line.substring(equals + 1));
        }
      }
    }
    return outcomes;
  }

  /**
   * Puts a program {@code headgate} into a directory that starts the distribution of this build.
   *
   * @return the directory
   */
  static Path headgate(Path directory) throws IOException {
    Path launcher = Installation.distribution().toAbsolutePath().resolve("headgate");
    Path program = Cli.write(directory, "headgate", "#!/bin/sh\nexec '" + launcher + "' \"$@\"\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    return directory;
  }

  /** Runs a program, its two outputs apart. */
  static Outcome run(Path where, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("headgate", ".out");
    Path err = Files.createTempFile("headgate", ".err");
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(where.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      builder.environment().keySet().removeIf(CiFiles::isOfAnotherRun);
      builder.environment().putAll(environment);
      return Installation.outcome(builder.start(), out, err);
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** This test may itself be run by one of these servers. */
  private static boolean isOfAnotherRun(String name) {
    return name.startsWith("GIT")
        || name.startsWith("HEADGATE_")
        || name.startsWith("CI_")
        || name.startsWith("CHANGE_")
        || name.startsWith("ARGOCD_")
        || name.startsWith("PARAM_")
        || name.startsWith("RUNNER_");
  }
}
