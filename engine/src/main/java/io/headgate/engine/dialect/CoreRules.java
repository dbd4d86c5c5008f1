package io.headgate.engine.dialect;

import io.headgate.spi.Rule;
import io.headgate.spi.Setting;
import java.util.List;

/** The core's own rules: about reading, not about Kafka. */
public final class CoreRules {

  /** What cannot be read, or is dropped without a word, is no matter of opinion. */
  private static final String TRUTH = "broker-truth";

  /** A file, document or value cannot be read. */
  public static final Rule UNREADABLE_DOCUMENT =
      Rule.error(
              "unreadable-document", "A file of the landscape, or a value in it, cannot be read.")
          .tagged(TRUTH);

  /** A key that the file's dialect does not know. */
  public static final Rule UNKNOWN_FIELD =
      Rule.error(
              "unknown-field",
              "A key is unknown to the dialect, so that apply would ignore it silently.")
          .tagged(TRUTH, Rule.FIXABLE);

  /** A kind or version that the dialect does not know. */
  public static final Rule UNKNOWN_KIND =
      Rule.warning(
              "unknown-kind", "An object is of a kind or version that the dialect does not know.")
          .tagged(TRUTH);

  /** A version that current releases of the tool no longer serve. */
  public static final Rule REMOVED_VERSION =
      Rule.warning(
          "removed-version",
          "An object is of an API version that current releases of its tool no longer serve.");

  /** An object that switches the validation of its own tool off. */
  public static final Rule BYPASSED_VALIDATION =
      Rule.warning(
              "bypassed-validation", "An object tells its tool to apply it without validation.")
          .tagged("hygiene");

  /** An object that the operator of its kind does not apply. */
  public static final Rule IGNORED_OBJECT =
      Rule.error("ignored-object", "An object is ignored by the operator that is to apply it.")
          .tagged("hygiene");

  /** A file that looks like Kafka and is not read; said only of a run with strict inputs. */
  public static final Rule UNKNOWN_DIALECT =
      Rule.error(
              "unknown-dialect",
              "Something looks like part of a Kafka landscape, but no dialect understands it (only"
                  + " with --strict-inputs).")
          .tagged(TRUTH);

  /** The same thing declared twice. */
  public static final Rule DUPLICATE_RESOURCE =
      Rule.error("duplicate-resource", "The same resource is declared twice in one bundle.")
          .tagged(TRUTH);

  /** A block of which only a plan tells how often it counts. */
  public static final Rule UNKNOWN_INSTANCES =
      Rule.warning(
          "unknown-instances",
          "How many resources a block declares is known only to a plan, so they are not judged one"
              + " by one.");

  /** A bundle that is not compared with what it was. */
  public static final Rule UNREADABLE_BASE =
      Rule.warning(
          "unreadable-base",
          "A bundle cannot be compared with what it was, because a file of its base cannot be"
              + " read.");

  /** A waiver that no longer holds. */
  public static final Rule WAIVER_EXPIRED =
      Rule.error("waiver-expired", "A waiver has expired, so what it waived is open again.");

  /** For how many days a waiver is told of before it expires. */
  public static final Setting<Long> DAYS =
      Setting.integer("days", 14, "How many days ahead of its end a waiver is told of.");

  /** A waiver that will soon no longer hold. */
  public static final Rule WAIVER_EXPIRING =
      Rule.note("waiver-expiring", "A waiver expires within days.").with(DAYS);

  /** A waiver that waives nothing. */
  public static final Rule WAIVER_UNUSED =
      Rule.warning("waiver-unused", "A waiver waives nothing that is found.");

  /** How many resources one waiver may be about. */
  public static final Setting<Long> MOST_RESOURCES =
      Setting.integer("most-resources", 10, "How many resources one waiver may be about.");

  /** A waiver that is about more than anybody can have looked at. */
  public static final Rule WAIVER_OVER_BROAD =
      Rule.warning("waiver-over-broad", "A waiver is about many resources at once.")
          .with(MOST_RESOURCES);

  /** In what a change may weaken the policy. */
  public static final Setting<List<String>> ALLOW =
      Setting.texts(
          "allow",
          List.of(),
          "In what a change may weaken the policy: rules, severities, settings, profiles,"
              + " threshold, waivers, unwaivable, baseline, packs, bundles or facts, or one"
              + " thing alone, such as rules.change-topic-deleted.settings.expendable. Only the"
              + " base's own policy can say so.");

  /** A change of the policy by which less is found, or less of it closes the gate. */
  public static final Rule POLICY_WEAKENED =
      Rule.error(
              "policy-weakened",
              "A change weakens the policy that is to judge it (only with --base).")
          .with(ALLOW);

  /** The ids of the rules about waivers, whose findings nobody may accept. */
  public static final List<String> ABOUT_WAIVERS =
      List.of(
          WAIVER_EXPIRED.id(), WAIVER_EXPIRING.id(), WAIVER_UNUSED.id(), WAIVER_OVER_BROAD.id());

  /** All of them, in the order of the documentation. */
  public static final List<Rule> ALL =
      List.of(
          UNREADABLE_DOCUMENT,
          UNKNOWN_FIELD,
          UNKNOWN_KIND,
          REMOVED_VERSION,
          BYPASSED_VALIDATION,
          IGNORED_OBJECT,
          UNKNOWN_DIALECT,
          UNKNOWN_INSTANCES,
          DUPLICATE_RESOURCE,
          UNREADABLE_BASE,
          WAIVER_EXPIRED,
          WAIVER_EXPIRING,
          WAIVER_UNUSED,
          WAIVER_OVER_BROAD,
          POLICY_WEAKENED);

  private CoreRules() {}
}
