package io.headgate.engine;

import io.headgate.engine.dialect.Added;
import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.document.Document;
import io.headgate.engine.document.Documents;
import io.headgate.engine.document.Limits;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.engine.document.SourceText;
import io.headgate.engine.files.FileTree;
import io.headgate.spi.model.Located;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The labels and annotations that the kustomizations of a run add to the objects of other files:
 * {@code commonLabels}, {@code labels[].pairs} and {@code commonAnnotations}, of a kustomization,
 * its components and those that list it; the outer one counts (Kustomize's reference,
 * <em>kustomization</em>). Patches, name prefixes and suffixes, and what is not in the files of the
 * run are not followed.
 */
final class Kustomizations {

  private static final List<String> LISTS = List.of("resources", "bases", "components");

  /** Far beyond what anybody writes by hand; without bounds a few files could take forever. */
  private static final int MAX_STEPS = 100_000;

  private static final int MAX_DEPTH = 100;

  private final Map<String, Mapping> byDirectory = new TreeMap<>();
  private final Set<String> listed = new HashSet<>();
  private final Map<String, Map<String, Located<String>>> labels = new HashMap<>();
  private final Map<String, Map<String, Located<String>>> annotations = new HashMap<>();

  private int steps;

  private Kustomizations() {}

  /** What the kustomizations among some files say. */
  static Kustomizations in(FileTree files, List<FileTree.Entry> entries) {
    Kustomizations all = new Kustomizations();
    for (FileTree.Entry entry : entries) {
      if (Loader.isKustomization(entry.path())
          && entry.refusal().isEmpty()
          && entry.size() <= Limits.FILE_BYTES) {
        all.read(files, entry.path());
      }
    }
    all.byDirectory.forEach(all::list);
    for (String directory : all.byDirectory.keySet()) {
      if (!all.listed.contains(directory)) {
        all.walk(directory, new HashMap<>(), new HashMap<>(), new HashSet<>());
      }
    }
    return all;
  }

  /** What is added to the objects of a file. */
  Added to(String path) {
    Map<String, Located<String>> some = labels.get(path);
    Map<String, Located<String>> others = annotations.get(path);
    return some == null && others == null
        ? Added.NONE
        : new Added(some == null ? Map.of() : some, others == null ? Map.of() : others);
  }

  private void read(FileTree files, String path) {
    try {
      String text = new String(files.read(path, Limits.FILE_BYTES), StandardCharsets.UTF_8);
      for (Document document : Documents.read(new SourceText(path, text)).documents()) {
        if (document.root() instanceof Mapping mapping) {
          byDirectory.putIfAbsent(directory(path), mapping);
        }
      }
    } catch (IOException e) {
      return; // the loader says so when it comes to the file
    }
  }

  /** Notes which directories others list: what those add counts last. */
  private void list(String directory, Mapping kustomization) {
    for (String key : LISTS) {
      for (String path : paths(directory, kustomization, key)) {
        if (byDirectory.containsKey(path)) {
          listed.add(path);
        }
      }
    }
  }

  /**
   * Follows a kustomization to the files that it lists.
   *
   * @param outerLabels what those add that list it, which counts first
   */
  private void walk(
      String directory,
      Map<String, Located<String>> outerLabels,
      Map<String, Located<String>> outerAnnotations,
      Set<String> around) {
    Mapping kustomization = byDirectory.get(directory);
    if (kustomization == null || ++steps > MAX_STEPS || around.size() > MAX_DEPTH) {
      return;
    }
    if (!around.add(directory)) {
      return;
    }
    Map<String, Located<String>> ownLabels = new HashMap<>(outerLabels);
    Map<String, Located<String>> ownAnnotations = new HashMap<>(outerAnnotations);
    add(directory, kustomization, ownLabels, ownAnnotations, new HashSet<>());
    for (String key : LISTS) {
      for (String path : paths(directory, kustomization, key)) {
        if (byDirectory.containsKey(path)) {
          walk(path, ownLabels, ownAnnotations, around);
        } else {
          merge(ownLabels, labels.computeIfAbsent(path, p -> new HashMap<>()));
          merge(ownAnnotations, annotations.computeIfAbsent(path, p -> new HashMap<>()));
        }
      }
    }
    around.remove(directory);
  }

  /** What a kustomization and its components add, where nobody around them does. */
  private void add(
      String directory,
      Mapping kustomization,
      Map<String, Located<String>> toLabels,
      Map<String, Located<String>> toAnnotations,
      Set<String> seen) {
    put(kustomization.get("commonLabels"), toLabels);
    put(kustomization.get("commonAnnotations"), toAnnotations);
    if (kustomization.get("labels") instanceof Sequence list) {
      for (Node item : list.items()) {
        put(item instanceof Mapping one ? one.get("pairs") : null, toLabels);
      }
    }
    for (String path : paths(directory, kustomization, "components")) {
      Mapping component = byDirectory.get(path);
      if (component != null && seen.size() < MAX_DEPTH && seen.add(path)) {
        add(path, component, toLabels, toAnnotations, seen);
      }
    }
  }

  private static void put(@Nullable Node pairs, Map<String, Located<String>> to) {
    if (pairs instanceof Mapping mapping) {
      for (Entry entry : mapping.entries()) {
        if (entry.value() instanceof Scalar value) {
          to.putIfAbsent(entry.key().text(), MappingReader.located(value, entry.key().text()));
        }
      }
    }
  }

  /** Where two say different things about one file, it depends on which of them is applied. */
  private static void merge(Map<String, Located<String>> some, Map<String, Located<String>> all) {
    for (Map.Entry<String, Located<String>> entry : some.entrySet()) {
      Located<String> value = entry.getValue();
      Located<String> other = all.putIfAbsent(entry.getKey(), value);
      if (other != null && !(value.isKnown() && other.is(value.get()))) {
        all.put(entry.getKey(), Located.unknown(other.attribute(), other.place()));
      }
    }
  }

  private static List<String> paths(String directory, Mapping kustomization, String key) {
    if (!(kustomization.get(key) instanceof Sequence list)) {
      return List.of();
    }
    return list.items().stream()
        .filter(Scalar.class::isInstance)
        .map(item -> resolved(directory, ((Scalar) item).text()))
        .toList();
  }

  /** A path relative to a directory, as one relative to the root; it may name nothing. */
  private static String resolved(String directory, String path) {
    StringBuilder out = new StringBuilder(directory);
    for (String part : path.split("/", -1)) {
      if (part.equals("..")) {
        int slash = out.lastIndexOf("/");
        out.setLength(Math.max(0, slash));
      } else if (!part.isEmpty() && !part.equals(".")) {
        out.append(out.isEmpty() ? "" : "/").append(part);
      }
    }
    return out.toString();
  }

  private static String directory(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }
}
