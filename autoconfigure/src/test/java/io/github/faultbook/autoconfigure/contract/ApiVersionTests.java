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

package io.github.faultbook.autoconfigure.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.format.WireFormats;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.servlet.config.annotation.ApiVersionConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for requests without a valid version of the API, wherever they carry it.
 */
@Tag("slow")
@ParameterizedClass(name = "{0}, {1}")
@MethodSource("servers")
class ApiVersionTests {

	private static final String NETTY = "NETTY";

	private static Server server;

	private final String container;

	private final Carrier carrier;

	ApiVersionTests(String container, Carrier carrier) {
		this.container = container;
		this.carrier = carrier;
	}

	static Stream<Arguments> servers() {
		return Stream.of("TOMCAT", "JETTY", NETTY)
			.flatMap((container) -> Stream.of(Carrier.values()).map((carrier) -> Arguments.of(container, carrier)));
	}

	@BeforeParameterizedClassInvocation
	static void start(String container, Carrier carrier) {
		String prefix = container.equals(NETTY) ? "spring.webflux.apiversion." : "spring.mvc.apiversion.";
		List<String> properties = new ArrayList<>(List.of(prefix + carrier.property, prefix + "required=true",
				"faultbook.format-rules[0].header=X-Format: details-map",
				"faultbook.format-rules[0].format=details-map", "faultbook.format-rules[1].version=1.5",
				"faultbook.format-rules[1].format=nested-code"));
		if (carrier != Carrier.CODE) {
			properties.add(prefix + "supported=1.0,2.0");
		}
		String[] configuration = properties.toArray(String[]::new);
		server = container.equals(NETTY) ? Server.reactive(ReactiveVersionedApplication.class, configuration)
				: new Server(Server.Container.valueOf(container), VersionedApplication.class,
						ApiVersionTests.class.getClassLoader(), configuration);
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "details-map", "problem-details" })
	void versionIsMissing(String format) {
		// A path without a version has no handler
		check(format, null, "/one", (this.carrier != Carrier.PATH) ? "required" : null, "is required");
	}

	@ParameterizedTest
	@ValueSource(strings = { "details-map", "problem-details" })
	void versionIsMalformed(String format) {
		check(format, (this.carrier != Carrier.PATH) ? Markers.SECRET : "first", "/one", "invalid_format",
				"has the wrong format");
	}

	@ParameterizedTest
	@ValueSource(strings = { "details-map", "problem-details" })
	void versionIsNotSupported(String format) {
		check(format, "9.9", "/one", "invalid_choice",
				"must be one of 1.0, 1.5, " + ((this.carrier != Carrier.CODE) ? "2.0" : "2.0.0"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "details-map", "problem-details" })
	void versionIsNotAcceptable(String format) {
		check(format, "2.0", "/one", "invalid_choice", "must be one of 1.0");
		check(format, "1.0", "/later", null, "");
	}

	@ParameterizedTest
	@CsvSource({ "1.5, nested-code", "1.5.0, nested-code", "1.0, problem-details" })
	void versionDecidesOnTheFormat(String version, String format) {
		check(format, this.carrier.request(version, "/nope").error(ApiError.of(CommonError.RESOURCE_NOT_FOUND)));
	}

	@Test
	void versionDecidesOnTheFormatOfRejectedRequests() {
		Wire.Answer answer = server.exchange(this.carrier.request("1.5", "/basic/hello").request());
		// Behind a version, the path is open and has no handler
		assertThat(answer.body()).startsWith("{\"error\":{\"code\":");
		assertThat(answer.status()).isEqualTo((this.carrier != Carrier.PATH) ? 401 : 404);
	}

	private void check(String format, @Nullable String version, String path, @Nullable String code, String message) {
		ContractCase request = this.carrier.request(version, path);
		if (code == null) {
			request = request.error(ApiError.of(CommonError.RESOURCE_NOT_FOUND));
		}
		else {
			request = request.violations(new Violation(this.carrier.path, this.carrier.in, code, message, Map.of()));
		}
		check(format, request.with("X-Format: " + format));
	}

	private void check(String format, ContractCase request) {
		ContractCase varied = request.owes("Vary", this.carrier.varies());
		ContractCase expected = this.container.equals(NETTY)
				? ReactiveCases.of(Server.ReactiveContainer.NETTY, List.of(varied)).findFirst().orElseThrow() : varied;
		Expected.of(expected, new WireFormats(JsonMapper.shared(), null).preset(format))
			.check(server.exchange(request.request()));
	}

	/**
	 * The input that carries the version.
	 */
	enum Carrier {

		HEADER("use.header=X-API-Version", In.HEADER, "X-API-Version"),

		QUERY("use.query-parameter=api-version", In.QUERY, "api-version"),

		MEDIA_TYPE("use.media-type-parameter[application/json]=v", In.HEADER, "Accept", "v"),

		PATH("use.path-segment=0", In.PATH, "release"),

		CODE("in-code=true", In.QUERY, "version");

		private final String property;

		private final In in;

		private final List<Object> path;

		Carrier(String property, In in, Object... path) {
			this.property = property;
			this.in = in;
			this.path = List.of(path);
		}

		String[] varies() {
			return switch (this) {
				case HEADER -> new String[] { "X-Format", "X-API-Version" };
				case MEDIA_TYPE -> new String[] { "X-Format", "Accept", "Content-Type" };
				default -> new String[] { "X-Format" };
			};
		}

		ContractCase request(@Nullable String version, String path) {
			String target = switch (this) {
				case PATH -> (version != null) ? "/" + version + path : "/";
				case QUERY, CODE -> (version != null) ? path + "?" + this.path.get(0) + "=" + version : path;
				default -> path;
			};
			ContractCase request = ContractCase.of("version", "GET " + target, CommonError.INVALID_REQUEST);
			if (version == null) {
				return request;
			}
			return switch (this) {
				case HEADER -> request.with("X-API-Version: " + version);
				case MEDIA_TYPE -> request.with("Accept: text/html, application/json;v=" + version);
				default -> request;
			};
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ VersionedController.class, SecurityConfiguration.class })
	static class VersionedApplication {

		@Bean
		@ConditionalOnBooleanProperty("spring.mvc.apiversion.in-code")
		WebMvcConfigurer versions() {
			return new WebMvcConfigurer() {

				@Override
				public void configureApiVersioning(ApiVersionConfigurer configurer) {
					configurer.useQueryParam("version").addSupportedVersions("2.0").setVersionRequired(true);
				}

			};
		}

	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import({ VersionedController.class, ReactiveSecurityConfiguration.class })
	static class ReactiveVersionedApplication {

		@Bean
		@ConditionalOnBooleanProperty("spring.webflux.apiversion.in-code")
		WebFluxConfigurer versions() {
			return new WebFluxConfigurer() {

				@Override
				public void configureApiVersioning(
						org.springframework.web.reactive.config.ApiVersionConfigurer configurer) {
					configurer.useQueryParam("version").addSupportedVersions("2.0").setVersionRequired(true);
				}

			};
		}

	}

	@RestController
	static class VersionedController {

		@GetMapping(path = { "/one", "/{release}/one" }, version = "1.0")
		String one() {
			return "1";
		}

		@GetMapping(path = { "/later", "/{release}/later" }, version = "1.5+")
		String later() {
			return "1.5";
		}

	}

}
