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

package io.github.faultbook.autoconfigure.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.faultbook.autoconfigure.FaultbookAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Tests for {@link PropertyNames} and {@link WrittenProperties}: messages about unknown
 * properties, and the origins of findings.
 */
@ExtendWith(OutputCaptureExtension.class)
class UnknownPropertyTests {

	@Test
	void unknownPropertiesAreNamedWithThoseThatWereMeant(CapturedOutput output) {
		start(Map.of("FAULTBOOK_DOCS_BASE_URI", "/errors", "FAULTBOOK_ERRORS_NOT_ACCEPTABLE_TEXT", "No"),
				"--faultbook.fromat=details-map", "--faultbook.zzzzzzzzzz=1", "--faultbook.format-rules[1].pth=/v1",
				"--faultbook.format-rules[0].path=/v1/**", "--faultbook.format-rules[0].format=details-map",
				"--faultbook.format-rules[1].path=/v2/**", "--faultbook.format-rules[1].format=details-map");
		assertThat(output)
			.contains("faultbook.fromat (\"faultbook.fromat\" from property source \"commandLineArgs\"): there is no "
					+ "such property. Did you mean 'faultbook.format'? If not, remove it.")
			.contains("faultbook.zzzzzzzzzz (\"faultbook.zzzzzzzzzz\" from property source \"commandLineArgs\"): there "
					+ "is no such property. Correct the name, or remove it.")
			.contains("there is no such property. Did you mean 'faultbook.format-rules[0].path'? If not, remove it.")
			.contains("FAULTBOOK_DOCS_BASE_URI (System Environment Property \"FAULTBOOK_DOCS_BASE_URI\"): there is no "
					+ "such property. Did you mean 'faultbook.docs.base-url'? If not, remove it.")
			.contains("FAULTBOOK_ERRORS_NOT_ACCEPTABLE_TEXT (System Environment Property "
					+ "\"FAULTBOOK_ERRORS_NOT_ACCEPTABLE_TEXT\"): there is no such property. End the name with a "
					+ "member of the entry, such as FAULTBOOK_ERRORS_WIDGET_NOT_FOUND_MESSAGE.");
		assertThat(output.getOut().split("there is no such property", -1)).hasSize(6);
	}

	@Test
	void nestedClassWithoutBracketsIsNamedAsItMustBeWritten(CapturedOutput output, @TempDir Path directory)
			throws IOException {
		Path file = Files.writeString(directory.resolve("application.yaml"), """
				faultbook:
				  mappings:
				    %1$s: conflict
				  log:
				    levels:
				      %1$s: debug
				""".formatted(NestedException.class.getName()));
		assertThatException().isThrownBy(() -> start(Map.of(), "--spring.config.location=" + file));
		String action = "Put the name of the nested class in brackets: \"[" + NestedException.class.getName() + "]\".";
		assertThat(output).contains("a name with a dollar sign is only read in brackets. " + action)
			.contains("1, 2. " + action)
			.doesNotContain("Did you mean");
	}

	@Test
	void nothingIsSaidOfPropertiesThatExist(CapturedOutput output) {
		start(Map.of("FAULTBOOK_DOCS_BASE_URL", "/errors", "FAULTBOOK_VALIDATION_REJECTEDVALUES_MAXLENGTH", "7",
				"FAULTBOOK_FORMATRULES_0_PATH", "/v1/**", "FAULTBOOK_FORMATRULES_0_FORMAT", "details-map",
				"FAULTBOOK_ERRORS_CONFLICT_RETRY_DELAY", "1s", "FAULTBOOK_ERRORS_CONFLICT_RETRY", "always",
				"FAULTBOOK_CLIENT_FORMAT", "detect"), "--faultbook.client.services.orders.format=acme",
				"--faultbook.upstream.too_poor=conflict", "--faultbook.validation.codes.NotBlank=missing",
				"--faultbook.errors.conflict.message=No", "--faultbook.mappings.java.io.IOException=conflict",
				"--faultbook.log.levels.404=debug", "--faultbook.limits.text=100", "--faultbook.docs.success=200,201",
				"--faultbook.strict=true", "--faultbook.formats.house={\"body\":{}}");
		assertThat(output).doesNotContain("there is no such property");
	}

	@Test
	void elementsOfAReplacedListAreKnown(CapturedOutput output, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("application.yaml"), """
				faultbook:
				  format-rules:
				    - { header: X-Old, format: details-map }
				    - { accept: application/json, format: details-map }
				""");
		start(Map.of(), "--spring.config.location=" + file, "--faultbook.format-rules[0].path=/v1/**",
				"--faultbook.format-rules[0].format=details-map");
		assertThat(output).doesNotContain("there is no such property");
	}

	@Test
	void strictApplicationDoesNotStart(CapturedOutput output, @TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("application.yaml"), """
				faultbook:
				  strict: true
				  errors:
				    conflict:
				      mesage: No.
				  format: xml
				""");
		assertThatException().isThrownBy(() -> start(Map.of("FAULTBOOK_VALIDATION_STATUS", "200"),
				"--spring.config.location=" + file, "--faultbook.docs-enabled=true"));
		assertThat(output.getOut().replace("\r\n", "\n")).contains("""
				1. faultbook.docs-enabled ("faultbook.docs-enabled" from property source "commandLineArgs"): there is \
				no such property.
				2. faultbook.errors.conflict.mesage (URL [file:%1$s] - 5:15): there is no such property.
				3. faultbook.format (URL [file:%1$s] - 6:11): there is no format 'xml'.
				4. faultbook.validation.status (System Environment Property "FAULTBOOK_VALIDATION_STATUS"): 200 is not \
				a client error.

				Action:

				1. Did you mean 'faultbook.docs.enabled'? If not, remove it.
				2. Did you mean 'faultbook.errors.conflict.message'? If not, remove it.
				""".formatted(file));
	}

	private static void start(Map<String, Object> variables, String... arguments) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(
					StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
		new SpringApplicationBuilder(Application.class).environment(environment)
			.properties("spring.main.banner-mode=off", "spring.main.web-application-type=none")
			.run(arguments)
			.close();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration(FaultbookAutoConfiguration.class)
	static class Application {

	}

	static class NestedException extends RuntimeException {

	}

}
