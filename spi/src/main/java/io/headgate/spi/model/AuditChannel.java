package io.headgate.spi.model;

/**
 * Where audit events are sent.
 *
 * @param name its name
 * @param connection the connection it uses
 * @param template its type, such as {@code Splunk}
 * @param properties the properties of the template
 */
public record AuditChannel(
    Located<String> name, Located<String> connection, Located<String> template, Config properties)
    implements Resource {

  @Override
  public ResourceRef ref() {
    return new ResourceRef(Kind.AUDIT_CHANNEL, name.toString());
  }

  @Override
  public Place place() {
    return name.place();
  }
}
