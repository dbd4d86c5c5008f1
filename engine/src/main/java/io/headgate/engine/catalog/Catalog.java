package io.headgate.engine.catalog;

import io.headgate.engine.dialect.CoreRules;
import io.headgate.engine.error.UserError;
import io.headgate.spi.CheckerSpec;
import io.headgate.spi.Rule;
import io.headgate.spi.RulePack;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** All rules of a run, the core's own included. */
public final class Catalog {

  /** What the core's own rules are said to come from. */
  public static final String CORE = "core";

  private final List<RulePack> packs;
  private final Map<String, Rule> rules = new TreeMap<>();
  private final Map<String, RulePack> packOf = new LinkedHashMap<>();
  private final List<CheckerSpec> checkers = new ArrayList<>();
  private final boolean whole;

  /**
   * The rules of some packs.
   *
   * @throws UserError if two packs have one id, or two rules have one id
   */
  public Catalog(Collection<RulePack> packs) {
    this(packs, true);
  }

  /**
   * The rules of some packs, where there may be others that nobody has loaded.
   *
   * @param whole whether an id that is not among them is no rule
   * @throws UserError if two packs have one id, or two rules have one id
   */
  public Catalog(Collection<RulePack> packs, boolean whole) {
    this.whole = whole;
    this.packs = List.copyOf(packs);
    CoreRules.ALL.forEach(rule -> rules.put(rule.id(), rule));
    Map<String, RulePack> ids = new LinkedHashMap<>();
    for (RulePack pack : packs) {
      RulePack other = ids.put(pack.id(), pack);
      if (other != null) {
        throw wrong(
            pack instanceof PlacedPack placed ? placed.place() : null,
            "Two rule packs have the id '"
                + pack.id()
                + "'"
                + also(other instanceof PlacedPack placed ? placed.place() : null)
                + "; remove one of them.");
      }
      for (CheckerSpec spec : pack.checkers()) {
        checkers.add(spec);
        spec.rules().forEach(rule -> add(rule, pack));
      }
    }
  }

  private void add(Rule rule, RulePack pack) {
    if (rules.put(rule.id(), rule) != null) {
      RulePack other = packOf.get(rule.id());
      throw wrong(
          pack instanceof PlacedPack placed ? placed.place(rule.id()) : null,
          "Two rules have the id '"
              + rule.id()
              + "': one of pack '"
              + pack.id()
              + "' and one of pack '"
              + (other == null ? CORE : other.id())
              + "'"
              + also(other instanceof PlacedPack placed ? placed.place(rule.id()) : null)
              + ".");
    }
    packOf.put(rule.id(), pack);
  }

  private static UserError wrong(@Nullable Place place, String text) {
    return place == null ? new UserError(text) : new UserError(place, text);
  }

  private static String also(@Nullable Place other) {
    return other == null ? "" : " (" + other + ")";
  }

  /** The rules by id, in the order of their ids. */
  public Collection<Rule> rules() {
    return rules.values();
  }

  /** The rule of an id, or null. */
  public @Nullable Rule rule(String id) {
    return rules.get(id);
  }

  /** Whether there is no rule of an id. */
  public boolean lacks(String id) {
    return whole && !rules.containsKey(id);
  }

  /** The ids of all rules, in order. */
  public Collection<String> ids() {
    return rules.keySet();
  }

  /** The id of the pack a rule comes from. */
  public String packId(Rule rule) {
    RulePack pack = packOf.get(rule.id());
    return pack == null ? CORE : pack.id();
  }

  /** The packs. */
  public List<RulePack> packs() {
    return packs;
  }

  /** The checkers of all packs. */
  public List<CheckerSpec> checkers() {
    return Collections.unmodifiableList(checkers);
  }

  /** The Markdown page of a rule, or null if it has none. */
  public @Nullable String page(Rule rule) {
    RulePack pack = packOf.get(rule.id());
    return pack == null ? CorePages.page(rule.id()) : pack.page(rule.id());
  }
}
