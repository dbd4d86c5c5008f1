package io.headgate.spi.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stream application, such as a SQL processor.
 *
 * @param name its name
 * @param cluster where it runs
 * @param consumerGroup its Kafka group and application id
 * @param runners how many instances
 * @param inputs the topics it reads, placed where the statement names them
 * @param outputs the topics it writes, placed where the statement names them
 * @param script its statements; null if there are none that can be read
 */
public record App(
    Located<String> name,
    Located<String> cluster,
    Located<String> consumerGroup,
    Located<Integer> runners,
    List<Located<String>> inputs,
    List<Located<String>> outputs,
    @Nullable Script script)
    implements Resource {

  /** An app without statements. */
  public App(
      Located<String> name,
      Located<String> cluster,
      Located<String> consumerGroup,
      Located<Integer> runners,
      List<Located<String>> inputs,
      List<Located<String>> outputs) {
    this(name, cluster, consumerGroup, runners, inputs, outputs, null);
  }

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.APP, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
