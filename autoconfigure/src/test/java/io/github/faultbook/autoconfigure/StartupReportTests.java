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

package io.github.faultbook.autoconfigure;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorCodes;
import io.github.faultbook.FaultbookConfigurationException;
import io.github.faultbook.FaultbookConfigurationException.Finding;
import io.github.faultbook.autoconfigure.input.InputErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.openapi.OpenApiErrorAutoConfiguration;
import io.github.faultbook.autoconfigure.servlet.ServletErrorAutoConfiguration;
import io.github.faultbook.pipeline.ErrorMessages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.web.WebProperties;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.DefaultErrorViewResolver;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorAttributes;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.accept.ApiVersionParser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * Tests for {@link StartupReport} and {@link OvershadowedParts}.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupReportTests {

	private static final String CODES = "Use one of %s."
		.formatted(Stream.of(CommonError.values()).map(ErrorCode::code).toList());

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(FaultbookAutoConfiguration.class, DispatcherServletAutoConfiguration.class,
					WebMvcAutoConfiguration.class, ErrorMvcAutoConfiguration.class));

	@Test
	void oneLineSaysThatFaultbookIsThere(CapturedOutput output) {
		this.runner.withPropertyValues("faultbook.format=details-map")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).containsOnlyOnce("answers errors: format details-map, 24 codes")
			.doesNotContain("replaced")
			.doesNotContain("no effect");
	}

	@Test
	void replacedBeansAreNamed(CapturedOutput output) {
		this.runner.withBean("ownMessages", ErrorMessages.class, () -> ErrorMessages.NONE)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("24 codes, ErrorMessages replaced by bean 'ownMessages'");
	}

	@Test
	void partsWithoutEffectAreNamedWithWhatToUseInstead(CapturedOutput output, @TempDir Path directory)
			throws IOException {
		Files.createDirectories(directory.resolve("templates/error"));
		Files.writeString(directory.resolve("templates/error/404.html"), "Not found");
		overshadowed(directory)
			.withPropertyValues("faultbook.format=details-map", "spring.mvc.problemdetails.enabled=true")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output)
			.contains(
					"ErrorAttributes [ownAttributes] has no effect. Use an ErrorCustomizer bean, or a format with the "
							+ "members that clients expect.")
			.contains(
					"ErrorViewResolver [ownViews] has no effect. To let browsers have pages, set faultbook.html-pages "
							+ "to true.")
			.contains("ErrorPageRegistrar [ownPages] has no effect.")
			.contains("Error pages [templates/error/404.html] have no effect.")
			.contains("Properties [spring.web.error.include-message] have no effect. Choose what clients see with "
					+ "faultbook.format.")
			.contains(
					"Property spring.mvc.problemdetails.enabled has no effect. Set faultbook.format to problem-details");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void nothingIsSaidOfPartsThatAreUsed(boolean pages, CapturedOutput output, @TempDir Path directory)
			throws IOException {
		WebApplicationContextRunner application = overshadowed(directory)
			.withPropertyValues("faultbook.html-pages=" + pages, "spring.mvc.problemdetails.enabled=true");
		if (!pages) {
			application = application.withBean("ownController", ErrorController.class, OwnController::new);
		}
		application.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("answers errors").doesNotContain("no effect");
	}

	@Test
	void partsOfTheTypesOfSpringAreNamedIfTheApplicationDeclaresThem(CapturedOutput output) {
		this.runner.withUserConfiguration(DefaultParts.class).run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("ErrorAttributes [defaultAttributes] has no effect.")
			.contains("ErrorViewResolver [defaultViews] has no effect.");
	}

	@Test
	void partsWithoutEffectAreNamedIfTheGuardIsOff(CapturedOutput output, @TempDir Path directory) throws IOException {
		overshadowed(directory).withPropertyValues("faultbook.guard-responses=false")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output).contains("ErrorAttributes [ownAttributes] has no effect.")
			.contains("ErrorViewResolver [ownViews] has no effect.")
			.contains("Properties [spring.web.error.include-message] have no effect.")
			.doesNotContain("ErrorPageRegistrar")
			.doesNotContain("guard off");
	}

	@Test
	void errorControllerOfTheApplicationIsNamed(CapturedOutput output) {
		this.runner.withBean("ownController", ErrorController.class, OwnController::new)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output)
			.contains("24 codes, guard off, as ErrorController [ownController] answers what leaves Spring MVC");
	}

	@Test
	void everyVersionOfARuleThatTheApplicationCannotReadStopsTheStart() {
		String[] rules = { "faultbook.format-rules[0].version=1", "faultbook.format-rules[0].format=details-map",
				"faultbook.format-rules[1].version=first", "faultbook.format-rules[1].format=details-map",
				"faultbook.format-rules[2].path=/v1/**", "faultbook.format-rules[2].version=1.0+",
				"faultbook.format-rules[2].format=details-map" };
		WebApplicationContextRunner application = this.runner
			.withConfiguration(AutoConfigurations.of(InputErrorAutoConfiguration.class,
					ServletErrorAutoConfiguration.class, OpenApiErrorAutoConfiguration.class))
			.withBean(Undeclared.class)
			.withPropertyValues(rules);
		List<Finding> undeclared = List.of(new Finding("@ErrorCodes of " + Undeclared.class.getName() + ".get",
				"the catalog has no code 'stale'.", CODES));
		assertThat(findings(application)).isEqualTo(undeclared);
		String action = "Write it as requests do, such as 1.0 for the parser that Spring uses by default.";
		assertThat(findings(application.withPropertyValues("spring.mvc.apiversion.use.header=X-Version")))
			.containsExactly(
					new Finding("faultbook.format-rules[1].version", "the application cannot read the version 'first'.",
							action),
					new Finding("faultbook.format-rules[2].version", "the application cannot read the version '1.0+'.",
							action),
					undeclared.get(0));
	}

	private static List<Finding> findings(WebApplicationContextRunner application) {
		List<Finding> findings = new ArrayList<>();
		application.run((context) -> assertThat(context).getFailure()
			.isInstanceOfSatisfying(FaultbookConfigurationException.class,
					(failure) -> findings.addAll(failure.findings())));
		return findings;
	}

	@Test
	void versionOfARuleThatTheParserOfTheApplicationReadsIsAccepted() {
		this.runner
			.withConfiguration(
					AutoConfigurations.of(InputErrorAutoConfiguration.class, ServletErrorAutoConfiguration.class))
			.withBean(ApiVersionParser.class,
					() -> (ApiVersionParser<Integer>) (version) -> Integer.valueOf(version.replace("-", "")))
			.withPropertyValues("spring.mvc.apiversion.use.header=X-Version",
					"faultbook.format-rules[0].version=2026-11-29", "faultbook.format-rules[0].format=details-map")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void olderSpringBootIsNamed() {
		assertThatExceptionOfType(FaultbookConfigurationException.class)
			.isThrownBy(() -> SpringBootVersionCondition.check("3.5.8"))
			.withMessage("Spring Boot 3.5.8: Faultbook needs Spring Boot 4.0 or later. Upgrade Spring Boot, or remove "
					+ "Faultbook from the classpath.");
		assertThatNoException().isThrownBy(() -> SpringBootVersionCondition.check("4.0.0-RC1"));
	}

	private WebApplicationContextRunner overshadowed(Path directory) throws IOException {
		URL[] classpath = { directory.toUri().toURL() };
		return this.runner.withClassLoader(new URLClassLoader(classpath, getClass().getClassLoader()))
			.withBean("ownAttributes", ErrorAttributes.class, OwnAttributes::new)
			.withBean("ownViews", ErrorViewResolver.class, () -> (request, status, model) -> null)
			.withBean("ownPages", ErrorPageRegistrar.class, () -> (registry) -> {
			})
			.withPropertyValues("spring.web.error.include-message=always");
	}

	@Configuration(proxyBeanMethods = false)
	static class DefaultParts {

		@Bean
		ErrorAttributes defaultAttributes() {
			return new DefaultErrorAttributes();
		}

		@Bean
		DefaultErrorViewResolver defaultViews(ApplicationContext context) {
			return new DefaultErrorViewResolver(context, new WebProperties().getResources());
		}

	}

	private static final class OwnAttributes extends DefaultErrorAttributes {

	}

	@RestController
	static class Undeclared {

		@GetMapping("/stale")
		@ErrorCodes("stale")
		void get() {
		}

	}

	private static final class OwnController implements ErrorController {

	}

}
