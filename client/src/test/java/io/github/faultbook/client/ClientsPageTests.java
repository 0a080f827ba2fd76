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

package io.github.faultbook.client;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.faultbook.ErrorCodes;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.client.Downstream.InsufficientBalanceException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@code docs/clients.md} and for the configuration that it describes.
 */
class ClientsPageTests {

	private static final Pattern BLOCK = Pattern.compile("(?ms)^```(java|yaml)\\n(.*?)^```$");

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(RemoteErrorAutoConfiguration.class));

	private static String page() throws IOException {
		return Files.readString(Path.of("..", "docs", "clients.md"));
	}

	private static List<String> blocks(String language) throws IOException {
		return BLOCK.matcher(page())
			.results()
			.filter((block) -> block.group(1).equals(language))
			.map((block) -> block.group(2))
			.toList();
	}

	static Stream<String> javaBlocks() throws IOException {
		return blocks("java").stream();
	}

	@ParameterizedTest
	@MethodSource("javaBlocks")
	void codeIsCompiled(String code) throws IOException {
		String examples = Files
			.readString(Path.of("src/test/java/io/github/faultbook/client", "ClientsPageExamples.java"));
		assertThat(plain(examples)).contains(plain(code));
	}

	private static String plain(String code) {
		return code.replaceAll("\\s+", " ").strip();
	}

	@Test
	void configurationIsRead() throws IOException {
		String yaml = blocks("yaml").get(0);
		PropertySource<?> properties = new YamlPropertySourceLoader()
			.load("page", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.get(0);
		this.application
			.withInitializer((context) -> context.getEnvironment().getPropertySources().addFirst(properties))
			.run((context) -> {
				RemoteErrorDecoder decoder = context.getBean(RemoteErrorDecoder.class);
				byte[] body = "{\"why\":\"late\",\"text\":\"Too late.\",\"new\":1}".getBytes(StandardCharsets.UTF_8);
				for (String address : List.of("https://billing.example.com/api",
						"https://billing.example.com/api/1?a=b")) {
					assertThat(decode(decoder, address, body).getCode()).isEqualTo("late");
				}
				for (String address : List.of("https://billing.example.com/apis",
						"https://billing.example.com.evil/api")) {
					assertThat(decode(decoder, address, body).isRead()).isFalse();
				}
			});
	}

	private static RemoteErrorException decode(RemoteErrorDecoder decoder, String address, byte[] body) {
		return decoder.decode(HttpMethod.GET, URI.create(address), HttpStatusCode.valueOf(400), new HttpHeaders(),
				body);
	}

	@Test
	void tableListsAllProperties() throws IOException {
		JsonNode metadata = JsonMapper.shared()
			.readTree(ClientsPageTests.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json"));
		List<String> names = metadata.get("properties")
			.valueStream()
			.map((property) -> property.get("name").asString())
			.filter((name) -> name.startsWith("faultbook.client.") && !name.endsWith(".services"))
			.toList();
		assertThat(names).contains("faultbook.client.enabled", "faultbook.client.format");
		assertThat(page()).contains(names)
			.contains("faultbook.client.services.<name>.format", "faultbook.client.services.<name>.base-url");
	}

	@Test
	void everyWrongFormatIsNamed() {
		this.application
			.withPropertyValues("faultbook.client.format=detials-map", "faultbook.client.services.a.format=broken",
					"faultbook.client.services.b.format=missing", "faultbook.formats.broken={\"body\":\"{cod}\"}",
					"faultbook.formats.missing=classpath:missing.json")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(FaultbookConfigurationException.class)
				.message()
				.contains("faultbook.client.format", "there is no format 'detials-map'", "Did you mean 'details-map'?")
				.contains("Format 'broken'", "{cod} is not a placeholder")
				.contains("faultbook.formats.missing", "cannot be read"));
	}

	@Test
	void switchTurnsEverythingOff() {
		this.application.withPropertyValues("faultbook.client.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RemoteErrorDecoder.class));
	}

	@Test
	void everyWrongExceptionIsNamed() {
		assertThatExceptionOfType(FaultbookConfigurationException.class)
			.isThrownBy(() -> new RemoteErrorTypes(wrongTypes()))
			.withMessageContaining("the code 'insufficient_balance' already belongs to")
			.withMessageContaining("Give it a constructor that takes a RemoteAnswer and nothing else.");
	}

	/**
	 * Return exceptions that are local, so that no application finds them.
	 */
	private static List<Class<? extends RemoteErrorException>> wrongTypes() {
		@ErrorCodes("insufficient_balance")
		class SameCodeException extends RemoteErrorException {

			SameCodeException(RemoteAnswer answer) {
				super(answer);
			}

		}
		@ErrorCodes("another")
		class NoConstructorException extends RemoteErrorException {

			NoConstructorException(RemoteAnswer answer, String other) {
				super(answer);
			}

		}
		return List.of(InsufficientBalanceException.class, SameCodeException.class, NoConstructorException.class);
	}

}
