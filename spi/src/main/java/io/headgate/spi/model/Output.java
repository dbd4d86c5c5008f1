package io.headgate.spi.model;

import java.util.List;

/**
 * What a statement writes into the values of a topic, where no field of it is unknown.
 *
 * @param app whose statement it is
 * @param topic the topic, placed where the statement names it
 * @param fields the names of all fields at the root of the value, each placed where the statement
 *     says it; those that a star brings are placed at the star
 */
public record Output(App app, Located<String> topic, List<Located<String>> fields) {

  /** Copies the list. */
  public Output {
    fields = List.copyOf(fields);
  }
}
