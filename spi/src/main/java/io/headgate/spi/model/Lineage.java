package io.headgate.spi.model;

import java.util.List;

/**
 * Which field flows where through apps and connectors. A field that no schema knows is followed by
 * its name; what cannot be read is taken to pass everything on. Cycles end: each field is reached
 * once, by a shortest way. Lists have the same order on every run.
 */
public interface Lineage {

  /** Of a bundle whose apps and connectors nobody has read. */
  Lineage NONE =
      new Lineage() {
        @Override
        public List<Flow> from(FieldRef field) {
          return List.of();
        }

        @Override
        public List<Flow> into(FieldRef field) {
          return List.of();
        }

        @Override
        public List<Trail> downstream(FieldRef field) {
          return List.of();
        }

        @Override
        public List<Trail> upstream(FieldRef field) {
          return List.of();
        }

        @Override
        public List<Join> joins() {
          return List.of();
        }

        @Override
        public List<Output> outputs() {
          return List.of();
        }

        @Override
        public List<Remark> remarks(Remark.About about) {
          return List.of();
        }
      };

  /** The steps that read the field, a field in it, or a record around it. */
  List<Flow> from(FieldRef field);

  /** The steps that write the field, a field in it, or a record around it. */
  List<Flow> into(FieldRef field);

  /**
   * All that the field reaches, each with its way from the field. A way ends where the value no
   * longer goes on ({@link Flow.Effect#carries}); that last step is part of it.
   */
  List<Trail> downstream(FieldRef field);

  /** All that the field comes from, each with its way to the field. */
  List<Trail> upstream(FieldRef field);

  /** {@link #downstream(FieldRef)} of a field of a topic's values, such as {@code card.number}. */
  default List<Trail> downstream(String topic, String path) {
    return downstream(FieldRef.value(topic, path));
  }

  /** {@link #upstream(FieldRef)} of a field of a topic's values. */
  default List<Trail> upstream(String topic, String path) {
    return upstream(FieldRef.value(topic, path));
  }

  /** The topics that apps join as their records lie; not those that are moved ahead of the join. */
  List<Join> joins();

  /** What apps write, statement by statement, as far as every field of it is known. */
  List<Output> outputs();

  /** What the reading of apps and connectors came upon. */
  List<Remark> remarks(Remark.About about);
}
