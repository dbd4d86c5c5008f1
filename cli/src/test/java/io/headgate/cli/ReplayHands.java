package io.headgate.cli;

import io.headgate.cli.ReplayStep.Action;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Does what a {@link ReplayStep} says, at fixed times, so that the history is always the same. */
final class ReplayHands {

  private static final Instant BEGIN = Instant.parse("2024-01-08T08:00:00Z");

  private final GitRepository repository;
  private int commits;

  ReplayHands(GitRepository repository) {
    this.repository = repository;
  }

  /** Does a step, and commits it unless it does that itself. */
  void perform(ReplayStep step) {
    try {
      for (Action action : step.actions()) {
        perform(action);
      }
    } catch (IOException | AssertionError e) {
      throw new AssertionError(step.place() + ": " + e.getMessage(), e);
    }
    if (step.commits()) {
      git("add", "-A");
      git("commit", "-q", "--allow-empty", "-m", step.title());
    }
  }

  private void perform(Action action) throws IOException {
    String words = action.words();
    switch (action.verb()) {
      case "file" -> write(words, action.text());
      case "topic" -> topic(words.split(" ", -1));
      case "schema" -> schema(words.split(" ", -1));
      case "acl" -> acl(words.split(" ", -1));
      case "edit" -> edit(words, action.text());
      case "delete" -> delete(path(words));
      case "move" -> move(words.split(" -> ", -1));
      case "link" -> {
        String[] both = words.split(" -> ", -1);
        Files.createDirectories(path(both[0]).getParent());
        Files.createSymbolicLink(path(both[0]), Path.of(both[1]));
      }
      case "executable" -> {
        if (!path(words).toFile().setExecutable(true)) {
          throw new AssertionError("not made executable: " + words);
        }
      }
      case "binary" -> binary(words.split(" ", -1));
      case "git" -> git(words.split(" ", -1));
      default -> throw new AssertionError("unknown verb '" + action.verb() + "'");
    }
  }

  /** Runs git at the time of the next commit. */
  String git(String... words) {
    List<String> command =
        new ArrayList<>(List.of("git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org"));
    command.addAll(List.of("-c", "core.autocrlf=false", "-c", "core.hooksPath=/dev/null"));
    command.addAll(List.of("-c", "gc.auto=0", "-c", "commit.gpgsign=false"));
    command.addAll(List.of(words));
    String date = BEGIN.plusSeconds(3600L * commits++).toString();
    return repository.run(
        command, Map.of("GIT_AUTHOR_DATE", date, "GIT_COMMITTER_DATE", date, "TZ", "UTC"));
  }

  /** A path in which a backslash and an n stand for a newline. */
  private Path path(String words) {
    return repository.root().resolve(words.replace("\\n", "\n"));
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(path(path).getParent());
    Files.writeString(path(path), text);
  }

  private void topic(String[] words) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("name: ").append(words[1]).append('\n');
    text.append("partitions: ").append(words[2]).append('\n');
    text.append("replication: ").append(words[3]).append('\n');
    text.append("description: \"\"\nconfigs:\n");
    for (int i = 4; i < words.length; i++) {
      text.append("  ").append(words[i].replace("=", ": \"")).append("\"\n");
    }
    write(words[0] + "/kafka/topics/topic-" + words[1] + ".yaml", text.toString());
  }

  private void schema(String[] words) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("name: ").append(words[1]).append("\nformat: AVRO\nschema: |-\n");
    if (words.length == 4) {
      text.append("  {\"type\": \"").append(words[3]).append("\"}\n");
    } else {
      text.append("  {\n    \"type\": \"record\", \"name\": \"").append(words[3]);
      text.append("\",\n    \"fields\": [\n");
      for (int i = 4; i < words.length; i++) {
        text.append("      ").append(field(words[i])).append(i + 1 < words.length ? ",\n" : "\n");
      }
      text.append("    ]\n  }\n");
    }
    text.append("compatibility: ").append(words[2]).append("\nsourcetype: SchemaRegistry\n");
    write(words[0] + "/schemas/" + words[1] + ".yaml", text.toString());
  }

  /** {@code name:type}, with {@code =0} for a default and {@code #PII} for a tag. */
  private static String field(String word) {
    String name = word.substring(0, word.indexOf(':'));
    String type = word.substring(word.indexOf(':') + 1);
    StringBuilder text = new StringBuilder("{\"name\": \"" + name + "\", \"type\": \"");
    text.append(type.split("[=#]", -1)[0]).append('"');
    if (type.contains("=")) {
      text.append(", \"default\": ").append(type.split("=", -1)[1].split("#", -1)[0]);
    }
    if (type.contains("#")) {
      text.append(", \"confluent:tags\": [\"").append(type.split("#", -1)[1]).append("\"]");
    }
    return text.append('}').toString();
  }

  /** Adds an entry at the end of the list of a landscape, or takes it out. */
  private void acl(String[] words) throws IOException {
    String entry =
        """
        - permissionType: %s
          principal: %s
          operation: %s
          resourceType: %s
          patternType: %s
          resourceName: %s
          host: '*'
        """
            .formatted(words[2], words[3], words[4], words[5], words[6], words[7]);
    Path file = repository.root().resolve(words[0] + "/kafka/acls/acls.yaml");
    Files.createDirectories(file.getParent());
    String all = Files.exists(file) ? Files.readString(file) : "";
    if (words[1].equals("+")) {
      Files.writeString(file, all + entry);
      return;
    }
    if (!all.contains(entry)) {
      throw new AssertionError("no such entry: " + entry);
    }
    Files.writeString(file, all.replace(entry, ""));
  }

  /** Replaces what stands before each arrow, which has to be there once. */
  private void edit(String path, String text) throws IOException {
    String content = Files.readString(path(path));
    for (String line : text.lines().toList()) {
      String[] both = line.split(" => ", -1);
      String from = both[0].replace("\\n", "\n");
      int at = content.indexOf(from);
      if (at < 0 || content.indexOf(from, at + 1) >= 0) {
        throw new AssertionError("'" + both[0] + "' does not stand there once: " + content);
      }
      content = content.replace(from, both[1].replace("\\n", "\n"));
    }
    Files.writeString(path(path), content);
  }

  private static void delete(Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException e)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private void move(String[] both) throws IOException {
    Files.createDirectories(path(both[1]).getParent());
    Files.move(path(both[0]), path(both[1]));
  }

  private void binary(String[] words) throws IOException {
    byte[] bytes = new byte[Integer.parseInt(words[1])];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31 + i / 251);
    }
    Files.createDirectories(path(words[0]).getParent());
    Files.write(path(words[0]), bytes);
  }

  /** The commit that is checked out. */
  String head() {
    return git("rev-parse", "HEAD").strip();
  }
}
