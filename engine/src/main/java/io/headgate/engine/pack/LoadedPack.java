package io.headgate.engine.pack;

import io.headgate.engine.catalog.PlacedPack;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.model.Place;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A pack from files, ready to run. */
public final class LoadedPack implements PlacedPack {

  private final OpenPack pack;
  private final List<CheckerSpec> checkers;
  private final Map<String, Place> rules;
  private final Map<String, String> pages;

  /**
   * A pack.
   *
   * @param rules where each rule is written
   * @param pages the path of each page, by the id of its rule
   */
  LoadedPack(
      OpenPack pack,
      List<CheckerSpec> checkers,
      Map<String, Place> rules,
      Map<String, String> pages) {
    this.pack = pack;
    this.checkers = List.copyOf(checkers);
    this.rules = Map.copyOf(rules);
    this.pages = Map.copyOf(pages);
  }

  /** What it was made from. */
  public OpenPack opened() {
    return pack;
  }

  @Override
  public String id() {
    return pack.id();
  }

  @Override
  public String version() {
    return pack.version();
  }

  @Override
  public List<CheckerSpec> checkers() {
    return checkers;
  }

  @Override
  public @Nullable String page(String ruleId) {
    String path = pages.get(ruleId);
    return path == null ? null : pack.files().text(path);
  }

  @Override
  public Place place() {
    return pack.place();
  }

  @Override
  public Place place(String ruleId) {
    return rules.getOrDefault(ruleId, pack.place());
  }

  @Override
  public Map<String, String> otherPages() {
    Map<String, String> others = new TreeMap<>();
    for (String path : pack.files().withEnding(".md")) {
      if (PackLoader.isNamedAsAPage(path) && !pages.containsValue(path)) {
        others.put(pack.files().shown(path), pack.files().text(path));
      }
    }
    return others;
  }

  /** Where the page of a rule is, or null if it has none. */
  public @Nullable Place pagePlace(String ruleId) {
    String path = pages.get(ruleId);
    return path == null ? null : pack.files().place(path);
  }
}
