package io.headgate.engine.pack;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.DrlChecker;
import io.headgate.engine.drl.DrlRule;
import io.headgate.engine.error.UserError;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Nearest;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.model.Place;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Makes packs that were read ready to run. */
public final class PackLoader {

  private static final Pattern PAGE = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)+\\.md");

  private final String headgate;
  private final Compiling compiling;
  private final Duration limit;

  /**
   * A loader.
   *
   * @param headgate the version of this headgate
   * @param compiling compiles DRL
   * @param limit how long the DRL of a pack may look at one bundle
   */
  public PackLoader(String headgate, Compiling compiling, Duration limit) {
    this.headgate = headgate;
    this.compiling = compiling;
    this.limit = limit;
  }

  /**
   * Loads the rules of a pack. If it has Java checkers, this runs code of the pack.
   *
   * @throws UserError if the pack is not made for this headgate, its DRL does not compile, or its
   *     parts do not fit together
   * @throws io.headgate.engine.error.PackFailure if the compiler broke
   */
  public LoadedPack load(OpenPack pack) {
    pack.refuseOtherThan(headgate);
    List<CheckerSpec> checkers = new ArrayList<>();
    Map<String, Place> places = new TreeMap<>();
    if (pack.hasService()) {
      Place place = pack.files().place(OpenPack.SERVICE);
      for (CheckerSpec spec : java(pack, place)) {
        checkers.add(spec);
        for (Rule rule : spec.rules()) {
          place(rule.id(), place, places);
        }
      }
    }
    Set<String> java = Set.copyOf(places.keySet());
    List<UserError.Message> wrong = new ArrayList<>();
    if (pack.hasDrl()) {
      DrlRules drl = new DrlRules(pack, compiling);
      CompiledPack compiled = drl.compiled();
      for (DrlRule rule : compiled.rules()) {
        place(rule.id(), drl.place(rule), places);
        drl.compare(rule, wrong);
      }
      checkers.add(DrlChecker.spec(compiled, drl::declared, limit));
    }
    findForeignSettings(pack.manifest(), places.keySet(), java, wrong);
    if (!wrong.isEmpty()) {
      throw new UserError(wrong);
    }
    return new LoadedPack(pack, checkers, places, pages(pack.files(), places));
  }

  private static void place(String rule, Place place, Map<String, Place> places) {
    Place other = places.putIfAbsent(rule, place);
    if (other != null) {
      throw new UserError(
          place, "Two rules have the id '" + rule + "': one here and one at " + other + ".");
    }
  }

  private static List<CheckerSpec> java(OpenPack pack, Place place) {
    List<CheckerSpec> checkers = new ArrayList<>();
    try {
      ClassLoader classes = new PackClasses(pack.files());
      int found = 0;
      for (RulePack part : ServiceLoader.load(RulePack.class, classes)) {
        found++;
        String name = part.getClass().getName();
        if (part.getClass().getClassLoader() != classes) {
          throw new UserError(
              place,
              "The pack names the class '" + name + "', which is headgate's and not its own.");
        }
        if (!part.id().equals(pack.id())) {
          throw new UserError(
              pack.place(),
              "The pack has the id '"
                  + pack.id()
                  + "' here, but '"
                  + part.id()
                  + "' in its class '"
                  + name
                  + "'; write the same in both.");
        }
        checkers.addAll(part.checkers());
      }
      if (found == 0) {
        throw new UserError(place, "This file names no class; write the name of a RulePack in it.");
      }
      return checkers;
    } catch (UserError e) {
      throw e;
    } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
      throw new UserError(place, "The Java checkers of the pack cannot be loaded: " + reason(e));
    }
  }

  /** What broke, in a sentence. */
  private static String reason(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String message = root.getMessage();
    return EntryNames.shown(
            root.getClass().getSimpleName() + (message == null ? "" : ": " + message))
        + ". Take a version of the pack that is made for this headgate.";
  }

  private static void findForeignSettings(
      Manifest manifest, Set<String> rules, Set<String> java, List<UserError.Message> wrong) {
    manifest
        .settings()
        .forEach(
            (rule, declared) -> {
              if (!rules.contains(rule)) {
                wrong.add(
                    new UserError.Message(
                        declared.place(),
                        "The pack has no rule '" + rule + "'." + Nearest.hint(rule, rules)));
              } else if (java.contains(rule)) {
                wrong.add(
                    new UserError.Message(
                        declared.place(),
                        "The rule '"
                            + rule
                            + "' is written in Java, which declares its settings itself; take"
                            + " them away here."));
              }
            });
  }

  /** The pages of rules, wherever they lie in the pack. */
  private static Map<String, String> pages(PackFiles files, Map<String, Place> rules) {
    Map<String, String> pages = new HashMap<>();
    for (String path : files.withEnding(".md")) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      String rule = name.substring(0, name.length() - ".md".length());
      if (rules.containsKey(rule)) {
        String other = pages.put(rule, path);
        if (other != null) {
          throw new UserError(
              files.place(path),
              "The rule '" + rule + "' has two pages: this one and " + files.shown(other) + ".");
        }
      }
    }
    return pages;
  }

  /** Whether a file is called as the page of a rule is. */
  static boolean isNamedAsAPage(String path) {
    return PAGE.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
  }
}
