package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.dialect.Dialect;
import io.headgate.engine.dialect.ReadFile;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.dialect.SecretLines;
import io.headgate.engine.dialect.SkippedFile;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Problem;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.document.hcl.HclBody.Block;
import io.headgate.engine.document.hcl.HclFile;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code .tf} files of a run together with its plans, for a module is a directory, and a
 * plan says what the files leave open.
 */
public final class TerraformFiles {

  private static final Dialect DIALECT = new TerraformDialect();

  private final Modules modules;
  private final FileTree files;
  private final Map<String, SourceText> texts;
  private final Map<String, Reading> readings = new TreeMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<Problem> told = new HashSet<>();

  private TerraformFiles(FileTree files, Map<String, SourceText> texts) {
    this.files = files;
    this.texts = texts;
    this.modules = new Modules(files, texts);
  }

  /** Whether a file is read together with the others, by its name and a glance at its text. */
  public static boolean takes(String path, String text) {
    return path.endsWith(".tf")
        || path.endsWith(".tfvars")
        || (path.endsWith(".json")
            && text.contains("\"resource_changes\"")
            && text.contains("\"format_version\""));
  }

  /** Whether any of the files could be about Kafka, or lead to one that is. */
  private static boolean mayBeOurs(Map<String, SourceText> texts) {
    for (Map.Entry<String, SourceText> file : texts.entrySet()) {
      String text = file.getValue().text();
      if (file.getKey().endsWith(".tf")
          && (text.contains("kafka")
              || text.contains("confluent_")
              || text.contains("aws_msk_topic")
              || text.contains("\"./")
              || text.contains("\"../"))) {
        return true;
      }
    }
    return false;
  }

  /**
   * What came of it.
   *
   * @param files what the files say, in the order of their paths
   * @param skipped the files that are none of our business
   * @param left plans that belong to none of the files, to be read by themselves
   */
  public record Loaded(List<ReadFile> files, List<SkippedFile> skipped, List<SourceText> left) {}

  /**
   * Reads files.
   *
   * @param files where further files of the modules come from
   * @param texts the files of the run that are {@linkplain #takes taken}, by their paths
   */
  public static Loaded read(FileTree files, Map<String, SourceText> texts) {
    return new TerraformFiles(files, texts).read();
  }

  private Loaded read() {
    List<ExpandedRoot> roots = new ArrayList<>();
    if (mayBeOurs(texts)) {
      for (ModuleSource source : modules.roots()) {
        roots.add(expand(source));
      }
    }
    List<SourceText> left = new ArrayList<>();
    List<ReadFile> read = new ArrayList<>();
    for (SourceText text : texts.values()) {
      if (text.file().endsWith(".json")) {
        ReadFile plan = plan(text, roots);
        if (plan == null) {
          left.add(text);
        } else {
          read.add(plan);
        }
      }
    }
    for (ExpandedRoot root : roots) {
      root.declare(readings);
    }
    readings.values().forEach(reading -> read.add(reading.done(Set.of(DIALECT))));
    List<SkippedFile> skipped = new ArrayList<>();
    for (String path : texts.keySet()) {
      if (!path.endsWith(".json") && !seen.contains(path)) {
        skipped.add(new SkippedFile(path, "no root module about Kafka uses it", List.of()));
      }
    }
    return new Loaded(read, skipped, left);
  }

  private ExpandedRoot expand(ModuleSource source) {
    Map<String, Value> values = new HashMap<>();
    Root root = new Root(source, files, modules::get, values);
    VariableFiles.fill(root, modules.variables(), values);
    List<Planned> planned = root.expansion().all();
    for (HclFile file : source.files()) {
      readings.put(file.file(), new Reading(file.source()));
    }
    Reading first = reading(source.files().get(0));
    Set<String> reached = new HashSet<>();
    modules.reach(source.directory(), reached);
    Set<String> sensitive = new HashSet<>();
    List<HclFile> all = new ArrayList<>();
    for (String directory : reached) {
      ModuleSource module = modules.get(directory);
      all.addAll(module == null ? List.of() : module.files());
    }
    for (Map.Entry<String, HclFile> variables : modules.variables().entrySet()) {
      if (reached.contains(Paths.directory(variables.getKey()))) {
        all.add(variables.getValue());
      }
    }
    all.forEach(file -> sensitive.addAll(RawSecrets.sensitive(file)));
    for (HclFile file : all) {
      seen.add(file.file());
      Reading reading = readings.getOrDefault(file.file(), first);
      reading.hide(RawSecrets.in(file, sensitive));
      if (!file.problems().isEmpty()) {
        reading.hide(SecretLines.find(file.source()));
      }
      tell(CoreRules.UNREADABLE_DOCUMENT, file.problems(), first);
      leaveAside(file, reading);
    }
    tell(CoreRules.UNREADABLE_DOCUMENT, root.problems(), first);
    tell(CoreRules.UNKNOWN_INSTANCES, root.expansion().uncertain(), first);
    tell(CoreRules.UNKNOWN_FIELD, Arguments.unknown(all), first);
    if (root.budget().isSpent()) {
      first.unreadable(
          source.inOrder().get(0).block().head(),
          "",
          "This module makes more values or instances than headgate computes; it reads no further."
              + " Let it read the plan as JSON.");
    }
    return new ExpandedRoot(source.directory(), planned);
  }

  private static void leaveAside(HclFile file, Reading reading) {
    for (Block block : file.body().blocks()) {
      String type = block.type().equals("resource") ? block.label(0) : null;
      if (type != null && Types.isLeftAside(type)) {
        reading.skip(type);
      }
    }
  }

  private Reading reading(HclFile file) {
    return java.util.Objects.requireNonNull(readings.get(file.file()));
  }

  /** Says each thing once, however many roots use the module in which it is. */
  private void tell(Rule rule, List<Problem> problems, Reading first) {
    for (Problem problem : problems) {
      if (told.add(problem)) {
        Reading reading = readings.getOrDefault(problem.place().file(), first);
        String attribute = rule.equals(CoreRules.UNREADABLE_DOCUMENT) ? "" : "configuration";
        reading.find(rule, problem.place(), attribute, problem.message());
      }
    }
  }

  private static @Nullable ReadFile plan(SourceText text, List<ExpandedRoot> roots) {
    if (roots.isEmpty()) {
      return null;
    }
    Documents documents = Documents.read(text);
    if (!documents.problems().isEmpty() || documents.documents().size() != 1) {
      return null;
    }
    Document document = documents.documents().get(0);
    Plan plan = Plan.of(document.root());
    ExpandedRoot root = plan == null ? null : ExpandedRoot.of(plan, text.file(), roots);
    if (plan == null || root == null) {
      return null;
    }
    Reading reading = new Reading(text);
    reading.hide(io.headgate.engine.dialect.Secrets.written(document.root(), text));
    plan.read(reading, root);
    return reading.done(Set.of(DIALECT)).at(root.beside(text.file()));
  }
}
