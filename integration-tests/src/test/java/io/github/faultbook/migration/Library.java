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

package io.github.faultbook.migration;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * A library or a part of Spring from which an application can migrate.
 */
enum Library {

	PROBLEM_DETAILS("problem-details", ProblemDetailsShop.class, ProblemDetailsShop.class,
			"spring.mvc.problemdetails.enabled=true"),

	CONTROLLER_ADVICE("controller-advice", ControllerAdviceShop.class, ControllerAdviceMigratedShop.class, ""),

	ERROR_HANDLING_STARTER("error-handling-starter", ErrorHandlingStarterShop.class,
			ErrorHandlingStarterMigratedShop.class,
			"""
					error.handling.enabled=true
					error.handling.http-statuses.[%1$s]=PAYMENT_REQUIRED
					error.handling.codes.[%1$s]=PAYMENT_FAILED
					error.handling.messages.[%1$s]=The card was declined"""
				.formatted(ErrorHandlingStarterShop.PaymentFailedException.class.getName())),

	/**
	 * This library does not run on Spring Boot 4, so its recording cannot be repeated
	 * here.
	 */
	PROBLEM_SPRING_WEB("problem-spring-web", null, ProblemSpringWebMigratedShop.class, "");

	private final String recording;

	private final @Nullable Class<?> shop;

	private final Class<?> migratedShop;

	private final String properties;

	Library(String recording, @Nullable Class<?> shop, Class<?> migratedShop, String properties) {
		this.recording = recording;
		this.shop = shop;
		this.migratedShop = migratedShop;
		this.properties = properties;
	}

	String recording() {
		return this.recording;
	}

	/**
	 * Return whether this library always gives the same answer to a request.
	 * @param request the name of the request
	 * @return {@code false} if it lists the violations of different fields in a random
	 * order
	 */
	boolean isPredictable(String request) {
		return this != ERROR_HANDLING_STARTER || !request.equals("Several invalid fields");
	}

	Shop start() {
		if (this.shop == null) {
			throw new IllegalStateException("This library does not run on Spring Boot 4");
		}
		return new Shop(this.shop, ("faultbook.enabled=false\nerror.handling.enabled=false\n" + this.properties).lines()
			.toArray(String[]::new));
	}

	Shop startMigrated(Path configuration) {
		return new Shop(this.migratedShop, "error.handling.enabled=false",
				"spring.config.location=" + configuration.toUri(),
				"spring.messages.basename=migration/" + this.recording);
	}

	/**
	 * Return what names the package of the exceptions of the application.
	 * @return the beginning of the names of their classes
	 */
	String packageOfExceptions() {
		return ((this.shop != null) ? this.shop : this.migratedShop).getName() + "$";
	}

}
