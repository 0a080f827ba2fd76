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

package io.github.faultbook.autoconfigure.existing;

import java.io.Serial;
import java.net.URI;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Controller that fails in all ways covered by the tests of the application.
 */
@RestController
@RequestMapping("/api")
class AccountController {

	@PostMapping("/accounts")
	AccountDTO create(@Valid @RequestBody AccountDTO account) {
		return account;
	}

	@GetMapping("/accounts")
	String find(@RequestParam String login) {
		return login;
	}

	@GetMapping("/exists")
	void exists() {
		throw new BadRequestAlert("A new account cannot already have an ID", "account", "idexists");
	}

	@GetMapping("/concurrent")
	void concurrent() {
		throw new ConcurrentUpdateException();
	}

	@GetMapping("/denied")
	void denied() {
		throw new AccessDeniedException("test access denied!");
	}

	@GetMapping("/wrong-password")
	void wrongPassword() {
		throw new BadCredentialsException("test authentication failed!");
	}

	@GetMapping("/response-status")
	void responseStatus() {
		throw new AnnotatedException();
	}

	@GetMapping("/broken")
	void broken() {
		throw new IllegalStateException("SELECT secret");
	}

	record AccountDTO(@Nullable @NotNull String login, @Nullable @Size(max = 3) String language) {

	}

	static class BadRequestAlert extends ErrorResponseException {

		@Serial
		private static final long serialVersionUID = 1L;

		BadRequestAlert(String title, String entity, String key) {
			super(HttpStatus.BAD_REQUEST, problem(title, entity, key), null);
		}

		private static ProblemDetail problem(String title, String entity, String key) {
			ProblemDetail problem = ProblemDetail.forStatus(HttpStatus.BAD_REQUEST);
			problem.setType(URI.create("https://app.example.com/problem/" + key));
			problem.setTitle(title);
			problem.setProperty("message", "error." + key);
			problem.setProperty("params", entity);
			return problem;
		}

	}

	static class ConcurrentUpdateException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

	}

	@ResponseStatus(code = HttpStatus.BAD_REQUEST, reason = "test response status")
	static class AnnotatedException extends RuntimeException {

		@Serial
		private static final long serialVersionUID = 1L;

	}

}
