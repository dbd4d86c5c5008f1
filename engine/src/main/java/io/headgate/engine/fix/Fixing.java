package io.headgate.engine.fix;

import io.headgate.engine.dialect.DialectList;
import io.headgate.engine.document.Limits;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.edit.Mender;
import io.headgate.engine.edit.Pieces;
import io.headgate.engine.error.UserError;
import io.headgate.engine.files.FileTree;
import io.headgate.engine.fix.Fixed.Changed;
import io.headgate.engine.fix.Fixed.Kept;
import io.headgate.engine.report.Report;
import io.headgate.engine.report.Result;
import io.headgate.engine.report.Waiver;
import io.headgate.spi.Fix;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Applies fixes in memory until there is none left to apply. All fixes of a round are judged at
 * once; where the outcome is not what they are for, halves of them are, until it is known which one
 * is to blame.
 */
public final class Fixing {

  private static final int MAX_ROUNDS = 100;

  /** What a round can apply, so that its fixes can be looked at pairwise. */
  private static final int MAX_IN_ROUND = 200;

  private static final int MAX_RUNS = 200;

  private final FileTree files;
  private final Judging judging;
  private final Predicate<Result> wanted;
  private final DialectList dialects;
  private final Map<String, Pieces> changed = new TreeMap<>();
  private final Map<String, Boolean> marks = new HashMap<>();
  private final List<Result> mended = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final Set<String> given = new HashSet<>();
  private int runs;

  /** Judges files. */
  @FunctionalInterface
  public interface Judging {

    /**
     * The report on some files.
     *
     * @throws IOException if their root cannot be read
     * @throws UserError if there is nothing to judge
     */
    Report judge(FileTree files) throws IOException;
  }

  /**
   * For files and a policy.
   *
   * @param wanted which findings to mend, of those that are not waived
   */
  public Fixing(FileTree files, Judging judging, DialectList dialects, Predicate<Result> wanted) {
    this.files = files;
    this.judging = judging;
    this.dialects = dialects;
    this.wanted = wanted;
  }

  /**
   * Does it.
   *
   * @return also where a checker broke: then nothing is mended
   */
  public Fixed run() throws IOException {
    Report before = judging.judge(files);
    Report report = before;
    if (before.failures().isEmpty()) {
      for (int round = 0; round < MAX_ROUNDS; round++) {
        Report next = round(report);
        if (next == null) {
          break;
        }
        report = next;
      }
    }
    List<Changed> outcome = new ArrayList<>();
    changed.forEach(
        (file, pieces) ->
            outcome.add(
                new Changed(
                    new SourceText(file, pieces.original()),
                    pieces.edits(),
                    new SourceText(file, pieces.text()),
                    marks.getOrDefault(file, false))));
    return new Fixed(outcome, mended, kept, before, report);
  }

  /** Applies what can be applied at once; null if that is nothing. */
  private @Nullable Report round(Report report) throws IOException {
    List<Result> candidates = new ArrayList<>();
    for (Result result : report.results()) {
      if (result.finding().fix() != null
          && !(result.disposition() instanceof Waiver)
          && wanted.test(result)
          && !given.contains(key(result))
          && candidates.size() < MAX_IN_ROUND) {
        candidates.add(result);
      }
    }
    if (candidates.isEmpty()) {
      return null;
    }
    Round round = new Round(report, new Attempt(texts(candidates), new Mender(dialects)));
    round.accept(candidates);
    mended.addAll(round.attempt.applied());
    round.attempt.edited().forEach(this::keep);
    return round.attempt.applied().isEmpty() ? null : round.after;
  }

  private void keep(String file, Pieces pieces) {
    changed.computeIfAbsent(file, path -> new Pieces(pieces.original())).apply(pieces.edits());
  }

  private Map<String, SourceText> texts(List<Result> candidates) throws IOException {
    Map<String, SourceText> texts = new HashMap<>();
    for (Result result : candidates) {
      String file = result.finding().place().file();
      if (!texts.containsKey(file)) {
        Pieces known = changed.get(file);
        texts.put(file, new SourceText(file, known == null ? read(file) : known.text()));
      }
    }
    return texts;
  }

  private String read(String file) throws IOException {
    String text = new String(files.read(file, Limits.FILE_BYTES), StandardCharsets.UTF_8);
    boolean mark = text.startsWith("\uFEFF");
    marks.put(file, mark);
    return mark ? text.substring(1) : text;
  }

  private static String key(Result result) {
    return result.identity() + "\n" + result.finding().message();
  }

  private void giveUp(Result result, String why) {
    given.add(key(result));
    kept.add(new Kept(result, why));
  }

  /** What has been accepted of a round. */
  private final class Round {

    private final Report before;
    private Attempt attempt;
    private Report after;

    Round(Report before, Attempt attempt) {
      this.before = before;
      this.attempt = attempt;
      this.after = before;
    }

    void accept(List<Result> candidates) throws IOException {
      Attempt next = attempt.copy();
      List<Result> applied = new ArrayList<>();
      for (Result result : candidates) {
        Fix fix = result.finding().fix();
        Attempt.Outcome outcome = fix == null ? Attempt.Outcome.REFUSED : next.apply(result, fix);
        if (outcome == Attempt.Outcome.APPLIED) {
          applied.add(result);
        } else if (outcome == Attempt.Outcome.REFUSED && !given.contains(key(result))) {
          giveUp(result, "its text is not one that can be edited by a machine.");
        }
      }
      if (applied.isEmpty()) {
        return;
      }
      if (++runs > MAX_RUNS) {
        applied.forEach(result -> giveUp(result, "too many fixes contradict each other."));
        return;
      }
      String fault;
      try {
        Report report = judging.judge(new Overlay(files, bytes(next)));
        fault = Comparison.fault(next, before, report);
        if (fault == null) {
          attempt = next;
          after = report;
          return;
        }
      } catch (UserError e) {
        fault = "then there would be nothing to judge.";
      }
      if (applied.size() == 1) {
        giveUp(applied.get(0), fault);
      } else {
        accept(applied.subList(0, applied.size() / 2));
        accept(applied.subList(applied.size() / 2, applied.size()));
      }
    }

    private Map<String, byte[]> bytes(Attempt of) {
      Map<String, byte[]> bytes = new HashMap<>();
      changed.forEach((file, pieces) -> bytes.put(file, text(file, pieces)));
      of.edited().forEach((file, pieces) -> bytes.put(file, text(file, pieces)));
      return bytes;
    }

    private byte[] text(String file, Pieces pieces) {
      return Fixed.bytes(pieces.text(), marks.getOrDefault(file, false));
    }
  }
}
