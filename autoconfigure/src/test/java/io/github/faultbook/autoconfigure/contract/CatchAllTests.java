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

import io.github.faultbook.ApiException;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for applications that handle every exception themselves.
 */
@ExtendWith(OutputCaptureExtension.class)
class CatchAllTests {

	private static Server server;

	@BeforeAll
	static void start() {
		server = new Server(Server.Container.TOMCAT, "faultbook.format=details-map",
				"spring.main.sources=" + Application.class.getName());
	}

	@AfterAll
	static void stop() {
		server.close();
	}

	@ParameterizedTest
	@CsvSource({ "/throw/api, 402", "/throw/fault, 410", "/throw/completion, 409", "/throw/execution, 409",
			"/throw/undeclared, 409", "/throw/invocation, 409", "/async/future, 409", "/local/fault, 410" })
	void exceptionOfTheCatalogIsKeptFromACatchAll(String path, int status) {
		Wire.Answer answer = server.send("GET " + path);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.body()).contains("error_code");
	}

	@ParameterizedTest
	@CsvSource({ "/throw/runtime, caught IllegalStateException", "/throw/checked, caught Exception",
			"/throw/caused-by-api, caught IllegalStateException", "/nope, caught NoResourceFoundException",
			"/local/state, local IllegalStateException" })
	void everyOtherExceptionIsTheirs(String path, String body) {
		assertThat(server.send("GET " + path).body()).isEqualTo(body);
	}

	@ParameterizedTest
	@CsvSource({ "/local/own, own", "/local/named, ApiException", "/local/base, partner PartnerFault" })
	void handlerThatNamesAnExceptionOfTheCatalogTakesIt(String path, String body) {
		assertThat(server.send("GET " + path).body()).isEqualTo(body);
	}

	@Test
	void catchAllsAreNamedAtStartup(CapturedOutput output) {
		try (Server logging = new Server(Server.Container.TOMCAT, "logging.level.io.github.faultbook=info",
				"spring.main.sources=" + Application.class.getName())) {
			assertThat(logging.port()).isPositive();
		}
		assertThat(output).contains(Application.class.getName() + ".handle takes each Exception ")
			.contains(LocalController.class.getName() + ".handle takes each RuntimeException ")
			.contains(SpringExceptions.class.getName()
					+ " extends ResponseEntityExceptionHandler and takes the exceptions of Spring MVC, ")
			.doesNotContain("PartnerFailure");
	}

	@Configuration(proxyBeanMethods = false)
	@Import({ LocalController.class, NamingController.class, SpringExceptions.class })
	@RestControllerAdvice
	@Order(Ordered.HIGHEST_PRECEDENCE)
	static class Application {

		@ExceptionHandler(Exception.class)
		@ResponseStatus(HttpStatus.INTERNAL_SERVER_ERROR)
		String handle(Exception exception) {
			return "caught " + exception.getClass().getSimpleName();
		}

		@ExceptionHandler
		@ResponseStatus(HttpStatus.LOCKED)
		String handleOwn(OwnFault exception) {
			return "own";
		}

	}

	@RestController
	static class LocalController {

		@GetMapping("/local/fault")
		void fault() {
			throw new ApiException(CommonError.RESOURCE_GONE);
		}

		@GetMapping("/local/state")
		void state() {
			throw new IllegalStateException(Markers.SECRET);
		}

		@ExceptionHandler
		String handle(RuntimeException exception) {
			return "local " + exception.getClass().getSimpleName();
		}

	}

	@RestController
	static class NamingController {

		@GetMapping("/local/own")
		void own() throws OwnFault {
			throw new OwnFault();
		}

		@GetMapping("/local/named")
		void named() {
			throw new ApiException(CommonError.RESOURCE_GONE);
		}

		@GetMapping("/local/base")
		void base() {
			throw new PartnerFault();
		}

		@ExceptionHandler
		String handle(ApiException exception) {
			return exception.getClass().getSimpleName();
		}

		@ExceptionHandler
		String handle(PartnerFailure exception) {
			return "partner " + exception.getClass().getSimpleName();
		}

	}

	@ControllerAdvice
	static class SpringExceptions extends ResponseEntityExceptionHandler {

	}

	static class PartnerFailure extends RuntimeException {

	}

	static class PartnerFault extends PartnerFailure implements ApiFault {

		@Override
		public ErrorCode errorCode() {
			return CommonError.RESOURCE_GONE;
		}

	}

	static class OwnFault extends Exception implements ApiFault {

		@Override
		public ErrorCode errorCode() {
			return CommonError.RESOURCE_GONE;
		}

	}

}
