package io.headgate.engine.pack;

import io.headgate.engine.drl.CompiledPack;
import io.headgate.engine.drl.DrlRule;
import io.headgate.engine.error.PackFailure;
import io.headgate.engine.error.UserError;
import io.headgate.spi.Nearest;
import io.headgate.spi.Setting;
import io.headgate.spi.model.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The DRL of a pack, compiled and compared with what {@code pack.yaml} declares. */
final class DrlRules {

  private final OpenPack pack;
  private final Compiling compiling;

  DrlRules(OpenPack pack, Compiling compiling) {
    this.pack = pack;
    this.compiling = compiling;
  }

  /**
   * What the pack brings along compiled, or compiled now. A directory's DRL is always compiled: a
   * model that lies beside it may be older than it.
   *
   * @throws UserError with all mistakes in the DRL
   * @throws PackFailure if the compiler broke
   */
  CompiledPack compiled() {
    byte[] shipped = pack.files().bytes(CompiledPack.FILE);
    if (pack.isArchive() && shipped != null) {
      try {
        CompiledPack compiled = CompiledPack.read(shipped);
        if (!compiled.pack().equals(pack.id())) {
          throw new UserError(
              pack.files().place(CompiledPack.FILE),
              "These are the compiled rules of the pack '"
                  + compiled.pack()
                  + "'; build the pack anew with 'headgate pack build'.");
        }
        if (compiled.sources() != CompiledPack.checksum(sources())) {
          throw new UserError(
              pack.files().place(CompiledPack.FILE),
              "The rules were compiled from other DRL than lies beside them; build the pack anew"
                  + " with 'headgate pack build'.");
        }
        return compiled;
      } catch (IOException e) {
        throw new UserError(
            pack.files().place(CompiledPack.FILE),
            e.getMessage() + " Build the pack anew with 'headgate pack build'.");
      }
    }
    return fresh();
  }

  /** Compiled from the DRL, whatever the pack brings along. */
  CompiledPack fresh() {
    try {
      return compiling.compile(pack.id(), sources());
    } catch (UserError e) {
      throw new UserError(e.messages().stream().map(this::placed).toList());
    } catch (IOException e) {
      throw new PackFailure(
          "The pack '" + pack.id() + "' at " + pack.shown() + " is not ready: " + e.getMessage(),
          e);
    }
  }

  private SortedMap<String, byte[]> sources() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    for (String path : pack.files().withEnding(".drl")) {
      files.put(path, pack.files().all().get(path));
    }
    return files;
  }

  private UserError.Message placed(UserError.Message message) {
    Place place = message.place();
    return place == null
        ? message
        : new UserError.Message(
            new Place(
                pack.files().shown(place.file()),
                place.startLine(),
                place.startColumn(),
                place.endLine(),
                place.endColumn()),
            message.text());
  }

  /** Where a rule is written. */
  Place place(DrlRule rule) {
    return new Place(pack.files().shown(rule.file()), rule.line(), 1, rule.line(), 1);
  }

  /** The settings that the pack declares for a rule. */
  List<Setting<?>> declared(DrlRule rule) {
    Manifest.Declared declared = pack.manifest().settings().get(rule.id());
    return declared == null ? List.of() : declared.settings();
  }

  /** Adds what does not fit between what a rule asks for and what is declared for it. */
  void compare(DrlRule rule, List<UserError.Message> wrong) {
    Map<String, Setting<?>> declared = new TreeMap<>();
    declared(rule).forEach(setting -> declared.put(setting.name(), setting));
    rule.settings()
        .forEach(
            (name, type) -> {
              Setting<?> setting = declared.remove(name);
              if (setting == null) {
                wrong.add(
                    new UserError.Message(
                        place(rule),
                        "The rule '"
                            + rule.id()
                            + "' asks for the setting '"
                            + name
                            + "', which '"
                            + Manifest.FILE
                            + "' does not declare under 'settings'."
                            + Nearest.hint(name, names(rule))));
              } else if (setting.type() != type) {
                wrong.add(
                    new UserError.Message(
                        settingPlace(rule, name),
                        "The setting '"
                            + name
                            + "' is declared as "
                            + setting.type().word()
                            + ", but the rule at "
                            + place(rule)
                            + " takes it as "
                            + type.word()
                            + "."));
              }
            });
    for (String unused : declared.keySet()) {
      wrong.add(
          new UserError.Message(
              settingPlace(rule, unused),
              "The rule '"
                  + rule.id()
                  + "' asks for no setting '"
                  + unused
                  + "', so it would do nothing."
                  + Nearest.hint(unused, new ArrayList<>(rule.settings().keySet()))));
    }
  }

  private List<String> names(DrlRule rule) {
    List<String> names = new ArrayList<>();
    declared(rule).forEach(setting -> names.add(setting.name()));
    return names;
  }

  private Place settingPlace(DrlRule rule, String name) {
    Manifest.Declared declared = pack.manifest().settings().get(rule.id());
    Place place = declared == null ? null : declared.places().get(name);
    return place == null ? place(rule) : place;
  }
}
