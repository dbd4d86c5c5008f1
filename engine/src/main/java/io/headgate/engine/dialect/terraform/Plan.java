package io.headgate.engine.dialect.terraform;

import io.headgate.engine.dialect.MappingReader;
import io.headgate.engine.dialect.Reading;
import io.headgate.engine.document.Node;
import io.headgate.engine.document.Node.Entry;
import io.headgate.engine.document.Node.Mapping;
import io.headgate.engine.document.Node.Scalar;
import io.headgate.engine.document.Node.Sequence;
import io.headgate.spi.model.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A plan as {@code terraform show -json} writes it, by itself or under {@code plan} as the cloud
 * gives it. What is to be comes from {@code after}, where {@code after_unknown} says what is known
 * only after apply; what was, from {@code before}
 * (https://developer.hashicorp.com/terraform/internals/json-format).
 */
final class Plan {

  private final Mapping root;

  private Plan(Mapping root) {
    this.root = root;
  }

  /** The plan that a document is, or null if it is none. */
  static @Nullable Plan of(Node root) {
    if (root instanceof Mapping mapping) {
      if (isPlan(mapping)) {
        return new Plan(mapping);
      }
      if (mapping.get("plan") instanceof Mapping wrapped && isPlan(wrapped)) {
        return new Plan(wrapped);
      }
    }
    return null;
  }

  private static boolean isPlan(Mapping mapping) {
    return mapping.get("format_version") instanceof Scalar
        && (mapping.get("resource_changes") instanceof Sequence
            || mapping.get("planned_values") instanceof Mapping);
  }

  /** Whether it changes anything of Kafka, or does not tell all that it changes. */
  boolean isOurs() {
    for (Node node : changes()) {
      String type = node instanceof Mapping change ? change.text("type") : null;
      if (type != null && (Types.isRead(type) || Types.isLeftAside(type))) {
        return true;
      }
    }
    String version = root.text("format_version");
    return !(root.get("resource_changes") instanceof Sequence)
        || "true".equals(root.text("errored"))
        || version == null
        || !isSupported(version);
  }

  /** The addresses of the resources that are read. */
  List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    for (Node node : changes()) {
      if (node instanceof Mapping change && isRead(change) && change.text("address") != null) {
        addresses.add(String.valueOf(change.text("address")));
      }
    }
    return addresses;
  }

  /**
   * Reads it.
   *
   * @param files the files that it was made of; null if they are not known
   */
  void read(Reading reading, @Nullable ExpandedRoot files) {
    Scalar version = (Scalar) root.get("format_version");
    reading.hide(PlanSecrets.in(root));
    if (version != null && !isSupported(version.text())) {
      reading.unreadable(
          version.place(),
          "format_version",
          "The plan has the format version '"
              + shortened(version.text())
              + "', and headgate reads the versions 0 and 1; let a Terraform of these write it.");
      return;
    }
    if ("true".equals(root.text("errored"))) {
      reading.unreadable(
          MappingReader.start(root.place()),
          "errored",
          "The plan is not whole, because making it failed; mend what Terraform told then.");
    }
    if (!(root.get("resource_changes") instanceof Sequence)) {
      // What is known only after apply is simply missing from the planned values.
      reading.unreadable(
          MappingReader.start(root.place()),
          "resource_changes",
          "The plan has no 'resource_changes', and 'planned_values' do not tell what is unknown"
              + " from what is absent; give all that 'terraform show -json' writes.");
    }
    Reading before = new Reading(reading.source());
    for (Node node : changes()) {
      if (node instanceof Mapping change && isRead(change)) {
        read(change, "after", files, reading);
        read(change, "before", null, before);
      } else if (node instanceof Mapping change && Types.isLeftAside(change.text("type"))) {
        reading.skip(String.valueOf(change.text("type")));
      } else if (!(node instanceof Mapping)) {
        reading.unreadable(
            node.place(), "resource_changes", "A change of a resource must be a mapping.");
      }
    }
    reading.before(before);
  }

  private List<Node> changes() {
    return root.get("resource_changes") instanceof Sequence changes ? changes.items() : List.of();
  }

  /** Only the major version tells of what an older reader would misread. */
  private static boolean isSupported(String version) {
    return version.equals("0")
        || version.equals("1")
        || version.startsWith("0.")
        || version.startsWith("1.");
  }

  private static boolean isRead(Mapping change) {
    String type = change.text("type");
    return type != null
        && Types.isRead(type)
        && !"data".equals(change.text("mode"))
        && change.entry("deposed") == null;
  }

  private static void read(
      Mapping resource, String side, @Nullable ExpandedRoot root, Reading reading) {
    Place head = head(resource);
    if (!(resource.get("change") instanceof Mapping change)) {
      reading.unreadable(head, "change", "The change of a resource is missing.");
      return;
    }
    if (change.get(side) instanceof Mapping values) {
      boolean after = side.equals("after");
      Mapping known =
          PlanValues.of(
              values, after ? change.get("after_unknown") : null, change.get(side + "_sensitive"));
      String type = String.valueOf(resource.text("type"));
      reading.cluster(Types.cluster(type, known));
      Instance planned = new Instance(type, head, known, new PlanOrigins(reading.source()));
      String address = resource.text("address");
      Instance declared = root == null || address == null ? null : root.declared(address);
      if (root != null && address != null && declared != null) {
        root.claim(address);
        Types.read(PlanPlaces.of(planned, declared), reading);
      } else {
        Types.read(planned, reading);
      }
      reading.cluster(null);
    } else if (change.get(side) != null
        && !(change.get(side) instanceof Scalar none && none.isNull())) {
      reading.unreadable(head, side, "'" + side + "' of the change must be a mapping or null.");
    }
  }

  private static Place head(Mapping resource) {
    Entry entry = resource.entry("address");
    return entry == null ? MappingReader.start(resource.place()) : entry.value().place();
  }

  private static String shortened(String text) {
    return text.length() <= 20 ? text : text.substring(0, 20) + "...";
  }
}
