package io.headgate.spi.model;

/**
 * A client quota. An entity that nobody wrote is absent; Kafka's {@code <default>} entity is the
 * value {@link #DEFAULT}.
 *
 * @param user the user it binds
 * @param client the client id it binds
 * @param producerByteRate bytes per second
 * @param consumerByteRate bytes per second
 * @param requestPercentage per cent of one thread
 * @param controllerMutationRate partition mutations per second
 */
public record Quota(
    Located<String> user,
    Located<String> client,
    Located<Double> producerByteRate,
    Located<Double> consumerByteRate,
    Located<Double> requestPercentage,
    Located<Double> controllerMutationRate)
    implements Resource {

  /** The entity that stands for all users or clients without a quota of their own. */
  public static final String DEFAULT = "<default>";

  @Override
  public ResourceRef ref() {
    return new ResourceRef(
        Kind.QUOTA,
        (user.isAbsent() ? "" : "user " + user)
            + (user.isAbsent() || client.isAbsent() ? "" : " ")
            + (client.isAbsent() ? "" : "client " + client));
  }

  @Override
  public Place place() {
    return user.isAbsent() ? client.place() : user.place();
  }
}
