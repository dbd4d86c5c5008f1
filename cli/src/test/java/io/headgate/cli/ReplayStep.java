package io.headgate.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A step of a history that is told in text: what is done, and what headgate is to say of it. {@code
 * src/test/resources/replay/README.md} describes the language.
 *
 * @param place the file and line that it is told in
 * @param title what the commit is called
 * @param actions what is done, in order
 * @param judgements what it is judged against, in order
 * @param commits whether a commit is made of it, as usual
 */
record ReplayStep(
    String place, String title, List<Action> actions, List<Judgement> judgements, boolean commits) {

  /**
   * Something that is done.
   *
   * @param verb what
   * @param words the rest of its line
   * @param text the lines below it
   */
  record Action(String verb, String words, String text) {}

  /**
   * What is expected of a check.
   *
   * @param base the revision it is given
   * @param expected lines that begin with new, gone or same
   */
  record Judgement(String base, List<String> expected) {}

  /** All steps, in the order of the names of their files. */
  static List<ReplayStep> in(Path directory) {
    List<ReplayStep> steps = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".txt")).sorted().toList()) {
        read(file, steps);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return steps;
  }

  private static void read(Path file, List<ReplayStep> steps) throws IOException {
    List<String> lines = Files.readAllLines(file);
    int at = 0;
    while (at < lines.size()) {
      if (!lines.get(at).startsWith("== ")) {
        at++;
        continue;
      }
      int end = at + 1;
      while (end < lines.size() && !lines.get(end).startsWith("== ")) {
        end++;
      }
      String place = file.getFileName() + ":" + (at + 1);
      steps.add(step(place, lines.get(at).substring(3), lines.subList(at + 1, end)));
      at = end;
    }
  }

  private static ReplayStep step(String place, String title, List<String> lines) {
    List<Action> actions = new ArrayList<>();
    List<Judgement> judgements =
        new ArrayList<>(List.of(new Judgement("HEAD~1", new ArrayList<>())));
    boolean commits = true;
    boolean usual = true;
    int at = 0;
    while (at < lines.size()) {
      String line = lines.get(at++);
      String verb = line.contains(" ") ? line.substring(0, line.indexOf(' ')) : line;
      String words = line.substring(verb.length()).strip();
      switch (verb) {
        case "#" -> {}
        case "" -> {
          if (!line.isEmpty()) {
            throw new IllegalArgumentException(place + ": no verb: " + line);
          }
        }
        case "new", "gone", "same", "told" -> {
          usual = false;
          judgements.get(judgements.size() - 1).expected().add(line.strip());
        }
        case "against" -> {
          if (usual) {
            judgements.clear();
            usual = false;
          }
          if (!words.equals("nothing")) {
            judgements.add(new Judgement(words, new ArrayList<>()));
          }
        }
        case "uncommitted" -> commits = false;
        default -> {
          StringBuilder text = new StringBuilder();
          while (at < lines.size() && isText(lines, at)) {
            String one = lines.get(at++);
            text.append(one.isEmpty() ? one : one.substring(2)).append('\n');
          }
          actions.add(new Action(verb, words, text.toString()));
        }
      }
    }
    return new ReplayStep(place, title, actions, judgements, commits);
  }

  /** Whether a line belongs to a text: it is indented, or empty and ahead of such a line. */
  private static boolean isText(List<String> lines, int at) {
    String line = lines.get(at);
    return line.startsWith("  ")
        || (line.isEmpty() && at + 1 < lines.size() && lines.get(at + 1).startsWith("  "));
  }
}
