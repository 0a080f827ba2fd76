/*
 * Copyright 2026-present the original author or authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

package io.github.faultbook.pipeline;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.sql.Wrapper;
import java.time.Instant;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import javax.crypto.spec.SecretKeySpec;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorDefinition;
import jakarta.persistence.Entity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.POJONode;
import tools.jackson.databind.ser.std.ToStringSerializer;
import tools.jackson.databind.util.StdConverter;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the facts that an {@link ErrorPipeline} writes.
 */
class ErrorPipelineFactTests {

	private final Answers answers = new Answers();

	@Test
	void plainValuesKeepTheirType() {
		assertThat(facts(fault().with("text", "a\"b").with("int", 1).with("long", 1L << 40).with("yes", true)))
			.isEqualTo("{\"text\":\"a\\\"b\",\"int\":1,\"long\":1099511627776,\"yes\":true}");
		assertThat(this.answers.failures()).isEmpty();
	}

	@Test
	void otherValuesAreSerializedLikeTheJsonOfTheApplication() {
		JsonMapper mapper = JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();
		ErrorPipeline pipeline = ErrorPipeline.builder(Answers.catalog(), (request) -> Answers.FORMAT, mapper).build();
		String answer = Answers.text(pipeline.handle(fault().with("at", Instant.EPOCH)
			.with("amount", new BigDecimal("1.50"))
			.with("owner", new Owner("Ann"))
			.with("ids", List.of(1, 2))
			.with("none", Optional.empty()), new TestRequest()));
		assertThat(answer).endsWith(",\"facts\":{\"at\":\"1970-01-01T00:00:00Z\",\"amount\":1.50,"
				+ "\"owner\":{\"first_name\":\"Ann\"},\"ids\":[1,2],\"none\":null}}");
	}

	@Test
	void factThatCannotBeSerializedIsLeftOut() {
		assertThat(facts(fault().with("a", 1).with("bad", new Broken("x")).with("z", 2)))
			.isEqualTo("{\"a\":1,\"z\":2}");
		assertThat(this.answers.failures())
			.containsExactly("io.github.faultbook.pipeline.UnwritablePartException: Fact 'bad' cannot be written");
	}

	@Test
	void factThatHoldsItselfIsLeftOut() {
		List<Object> list = new ArrayList<>();
		list.add(list);
		assertThat(facts(fault().with("list", list).with("z", 2))).isEqualTo("{\"z\":2}");
		assertThat(this.answers.failures())
			.containsExactly("io.github.faultbook.pipeline.UnwritablePartException: Fact 'list' cannot be written");
	}

	@Test
	void factThatIsTooLargeIsLeftOut() {
		assertThat(facts(fault().with("large", Collections.nCopies(5000, 1)).with("z", 2))).isEqualTo("{\"z\":2}");
		assertThat(this.answers.failures()).containsExactly(
				"io.github.faultbook.pipeline.UnwritablePartException: Fact 'large' is larger than 8192 bytes");
	}

	@Test
	void factThatNeverEndsIsLeftOut() {
		Iterable<Integer> endless = () -> Stream.generate(() -> 1).iterator();
		assertThat(facts(fault().with("endless", endless).with("z", 2))).isEqualTo("{\"z\":2}");
	}

	@Test
	void factThatIsAsLargeAsAllowedIsWritten() {
		assertThat(facts(fault().with("list", List.of("x".repeat(8192 - "[\"\"]".length())))))
			.hasSize("{\"list\":}".length() + 8192);
	}

	@Test
	void longTextIsCut() {
		assertThat(facts(fault().with("text", "x".repeat(2001)))).isEqualTo("{\"text\":\"" + "x".repeat(1999) + "…\"}");
	}

	@Test
	void messageIsComposedBeforeFactsAreSerialized() {
		Answers plain = new Answers();
		plain.pipeline()
			.build()
			.handle(new ApiException(new Amount()).with("amount", new BigDecimal("1.50")), new TestRequest());
		assertThat(plain.event().error().message()).isEqualTo("1.50 is not enough.");
	}

	@Test
	void factsOfAProblemMayHaveNoValue() {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("a", null);
		ApiError error = ApiError.builder(CommonError.CONFLICT).facts(facts).build();
		assertThat(Answers.text(this.answers.pipeline().build().handle(error, new TestRequest())))
			.doesNotContain("facts");
	}

	@ParameterizedTest
	@MethodSource("refused")
	void valueThatIsNeverMeantForClientsIsLeftOut(Object refused) {
		for (Object fact : List.of(refused, List.of(1, List.of(refused)), Map.of("a", Map.of("b", refused)),
				Optional.of(refused), new Holder(refused), new Object[] { refused }, Map.of(refused, 1))) {
			Answers plain = new Answers();
			ErrorReply reply = plain.pipeline()
				.build()
				.handle(fault().with("bad", fact).with("z", 2), new TestRequest());
			assertThat(Answers.text(reply)).endsWith(",\"facts\":{\"z\":2}}");
			assertThat(plain.failures()).singleElement()
				.asString()
				.contains("Fact 'bad' holds a ")
				.endsWith(", which is never sent");
		}
	}

	static Stream<Object> refused() throws IOException {
		return Stream.of(new IllegalStateException("secret"), new File("/srv/secret"), Path.of("/srv/secret"),
				String.class, ErrorPipelineFactTests.class.getClassLoader(), Thread.currentThread(),
				new ByteArrayInputStream(new byte[3]), new StringReader("secret"), new Account("hash"),
				new SpecialAccount("hash"), new DatabaseArray(), System.getProperties(),
				new SecretKeySpec(new byte[16], "AES"), new OwnAccount("hash"), new ConvertedAccount("hash"),
				new PublicAccount("hash"), new OwnException());
	}

	@ParameterizedTest
	@MethodSource("disguised")
	void annotationDoesNotHelpAValueThatIsNeverMeantForClients(Object disguised) {
		JsonMapper mapper = JsonMapper.builder().addMixIn(Account.class, MixIn.class).build();
		ErrorPipeline pipeline = ErrorPipeline.builder(Answers.catalog(), (request) -> Answers.FORMAT, mapper)
			.listeners(List.of(this.answers))
			.build();
		assertThat(Answers.text(pipeline.handle(fault().with("bad", disguised).with("z", 2), new TestRequest())))
			.endsWith(",\"facts\":{\"z\":2}}");
		assertThat(this.answers.failures()).singleElement().asString().contains("which is never sent");
	}

	static Stream<Object> disguised() {
		File file = new File("/srv/secret");
		return Stream.of(new Account("hash"), new TextOfFile(file), new KeyOfFile(Map.of(file, 1)),
				new ElementsOfFile(List.of(file)), new ConvertedFile(file), new ValueOfFile(file),
				new AnyOfProperties(System.getProperties()), new AnyOfFiles(Map.of("a", file)),
				new UnwrappedAccount(new Account("hash")), new POJONode(file), Map.of("a", new POJONode(file)),
				Optional.of(Optional.of(file)), new AtomicReference<>(file), new File[][] { { file } },
				List.of(file).iterator(), new Iterable<File>() {

					@Override
					public Iterator<File> iterator() {
						return List.of(file).iterator();
					}

				}, Stream.of(file), Map.of(Optional.of("a"), Map.of(1, file)),
				new AbstractMap.SimpleEntry<>("a", file));
	}

	@Test
	void declaredTypeMakesNoDifference() {
		assertThat(facts(fault().with("a", new Upload("n", new File("/srv/secret"))).with("z", 2)))
			.isEqualTo("{\"z\":2}");
		assertThat(facts(fault().with("a", new Failures(List.of(new IOException("secret")))).with("z", 2)))
			.isEqualTo("{\"z\":2}");
	}

	@Test
	void memberWithASensitiveNameIsLeftOutHoweverDeepItIs() {
		Map<String, Object> login = new LinkedHashMap<>();
		login.put("user", "ann");
		login.put("apiToken", Map.of("value", "secret"));
		login.put("roles", List.of(new Credentials("x", "secret"), List.of(), Map.of()));
		login.put("node", JsonMapper.shared().readTree("{\"pin\":1,\"a\":[{\"PASSWORD\":[1],\"b\":null}]}"));
		assertThat(facts(fault().with("login", login).with("z", 2))).isEqualTo("{\"login\":{\"user\":\"ann\","
				+ "\"roles\":[{\"name\":\"x\"},[],{}],\"node\":{\"a\":[{\"b\":null}]}},\"z\":2}");
		assertThat(this.answers.failures()).containsExactly("io.github.faultbook.pipeline.UnwritablePartException: "
				+ "Fact 'login' is sent without apiToken, passwordHash, pin, PASSWORD");
	}

	@Test
	void sensitiveNamesAreThoseOfTheApplicationToo() {
		ErrorPipeline pipeline = this.answers.pipeline()
			.sensitiveNames(new SensitiveNames(List.of("tax-number")))
			.build();
		assertThat(Answers.text(pipeline.handle(fault().with("owner", Map.of("taxNumber", 1, "password", 2, "age", 3)),
				new TestRequest())))
			.endsWith(",\"facts\":{\"owner\":{\"age\":3}}}");
	}

	@Test
	void shapesOfFactsStayAsTheyAre() {
		JsonMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		for (JsonMapper configured : List.of(mapper, JsonMapper.shared())) {
			for (Object value : List.of(List.of(), Map.of(), List.of(List.of(), Map.of("a", List.of(Map.of()))), 1.5,
					new int[] { 1, 2 }, new byte[] { 1, 2 }, Optional.empty(), new Owner("Ann"), new Owner[0],
					JsonMapper.shared().readTree("[1,{\"a\":{}},null,true]"), Thread.State.NEW,
					Map.of(Thread.State.NEW, Thread.State.NEW), 'c', new StringBuilder("s"), new Timestamp(0),
					Map.of("pojo", new POJONode(new Owner("Ann"))))) {
				ErrorPipeline pipeline = ErrorPipeline
					.builder(Answers.catalog(), (request) -> Answers.FORMAT, configured)
					.build();
				assertThat(Answers.text(pipeline.handle(fault().with("v", value), new TestRequest())))
					.endsWith(",\"facts\":{\"v\":" + configured.writeValueAsString(value) + "}}");
			}
		}
	}

	@Test
	void valueOfACustomSerializerIsFiltered() {
		assertThat(facts(fault().with("a", new Custom(new Credentials("x", "secret")))))
			.isEqualTo("{\"a\":{\"inner\":{\"name\":\"x\"}}}");
	}

	private static ApiException fault() {
		return new ApiException(CommonError.CONFLICT);
	}

	private String facts(ApiException fault) {
		String answer = Answers.text(this.answers.pipeline().build().handle(fault, new TestRequest()));
		return answer.substring(answer.indexOf("\"facts\":") + 8, answer.length() - 1);
	}

	private record Holder(Object held) {

	}

	private record Upload(String name, File file) {

	}

	private record Failures(List<IOException> causes) {

	}

	private record Credentials(String name, String passwordHash) {

	}

	/**
	 * An entity of a database.
	 */
	@Entity
	private static class Account {

		public final String hash;

		Account(String hash) {
			this.hash = hash;
		}

	}

	private static final class SpecialAccount extends Account {

		SpecialAccount(String hash) {
			super(hash);
		}

	}

	@Entity
	@JsonSerialize(using = ToStringSerializer.class)
	private static final class OwnAccount extends Account {

		OwnAccount(String hash) {
			super(hash);
		}

	}

	@JsonSerialize(converter = TextConverter.class)
	private static final class ConvertedAccount extends Account {

		ConvertedAccount(String hash) {
			super(hash);
		}

	}

	private interface Hashed {

		@JsonProperty
		default String secret() {
			return "secret";
		}

	}

	@JsonSerialize(as = Hashed.class)
	private static final class PublicAccount extends Account implements Hashed {

		PublicAccount(String hash) {
			super(hash);
		}

	}

	@JsonSerialize(using = ToStringSerializer.class)
	private static final class OwnException extends RuntimeException {

		OwnException() {
			super("secret");
		}

	}

	@JsonSerialize(using = ToStringSerializer.class)
	private interface MixIn {

	}

	private record TextOfFile(@JsonSerialize(using = ToStringSerializer.class) File file) {

	}

	private record KeyOfFile(@JsonSerialize(keyUsing = ToStringSerializer.class) Map<File, Integer> sizes) {

	}

	private record ElementsOfFile(@JsonSerialize(contentUsing = ToStringSerializer.class) List<File> files) {

	}

	private record ConvertedFile(@JsonSerialize(converter = TextConverter.class) File file) {

	}

	private record ValueOfFile(@JsonValue @JsonSerialize(using = ToStringSerializer.class) File file) {

	}

	private record AnyOfProperties(@JsonAnyGetter Properties all) {

	}

	private record AnyOfFiles(@JsonAnyGetter Map<String, File> all) {

	}

	private record UnwrappedAccount(@JsonUnwrapped Account account) {

	}

	private static final class TextConverter extends StdConverter<Object, String> {

		@Override
		public String convert(Object value) {
			return value.toString();
		}

	}

	private static final class DatabaseArray implements Wrapper {

		@Override
		public <T> T unwrap(Class<T> type) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isWrapperFor(Class<?> type) {
			return false;
		}

	}

	@JsonSerialize(using = CustomSerializer.class)
	private record Custom(Object inner) {

	}

	private static final class CustomSerializer extends ValueSerializer<Custom> {

		@Override
		public void serialize(Custom value, JsonGenerator generator, SerializationContext context) {
			generator.writeStartObject();
			generator.writeName("inner");
			generator.writePOJO(value.inner());
			generator.writeStringProperty("token", "secret");
			generator.writeEndObject();
		}

	}

	private record Owner(String firstName) {

	}

	private record Broken(String name) {

		@Override
		public String name() {
			throw new IllegalStateException("secret");
		}

	}

	private record Amount() implements ErrorCode {

		@Override
		public String code() {
			return "amount";
		}

		@Override
		public ErrorDefinition definition() {
			return ErrorDefinition.of(402, "{amount} is not enough.");
		}

	}

}
