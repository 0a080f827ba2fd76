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

package io.github.faultbook.autoconfigure.actuate;

import java.util.List;
import java.util.Map;

import io.github.faultbook.ApiError;
import io.github.faultbook.ApiException;
import io.github.faultbook.ApiFault;
import io.github.faultbook.CommonError;
import io.github.faultbook.autoconfigure.log.LogPolicy;
import io.github.faultbook.format.ErrorExample;
import io.github.faultbook.pipeline.ErrorPipeline;
import io.github.faultbook.pipeline.ErrorResolver;
import io.github.faultbook.pipeline.ErrorTrial;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.logging.LogLevel;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.objenesis.ObjenesisException;
import org.springframework.util.ClassUtils;

/**
 * Finds out what would happen to exceptions by asking the pipeline about an instance.
 */
class ExceptionTrials {

	private final ExceptionInstances instances = new ExceptionInstances();

	private final ErrorPipeline pipeline;

	private final LogPolicy logPolicy;

	private final Map<String, ErrorResolver> resolvers;

	private final @Nullable ClassLoader classLoader;

	/**
	 * Create trials.
	 * @param pipeline answers exceptions
	 * @param logPolicy decides how loudly they are logged
	 * @param resolvers the resolvers by the names of their beans
	 * @param classLoader finds exceptions
	 */
	ExceptionTrials(ErrorPipeline pipeline, LogPolicy logPolicy, Map<String, ErrorResolver> resolvers,
			@Nullable ClassLoader classLoader) {
		this.pipeline = pipeline;
		this.logPolicy = logPolicy;
		this.resolvers = resolvers;
		this.classLoader = classLoader;
	}

	/**
	 * Find out what would happen to an exception.
	 * @param className the name of its class
	 * @return the report
	 * @throws ApiException if there is no such exception
	 */
	ExceptionReport attempt(String className) {
		ExceptionInstances.Instance instance = create(className);
		Throwable exception = instance.exception();
		ErrorTrial trial = this.pipeline.attempt(exception,
				ErrorExample.request("GET", "/", LocaleContextHolder.getLocale()));
		ApiError error = trial.event().error();
		List<Failure> failures = trial.event()
			.failures()
			.stream()
			.map((failure) -> new Failure(failedResolver(trial, failure), failure.toString()))
			.toList();
		return new ExceptionReport(exception.getClass().getName(), instance.constructor(), error.status(), error.code(),
				error.message(), claimant(trial, exception), this.logPolicy.levelOf(trial.event()),
				(trial.format() != null) ? trial.format().name() : null, failures);
	}

	private ExceptionInstances.Instance create(String className) {
		Class<?> type;
		try {
			type = ClassUtils.forName(className, this.classLoader);
		}
		catch (ClassNotFoundException | LinkageError ex) {
			throw new ApiException(CommonError.RESOURCE_NOT_FOUND, ex)
				.message("There is no such class on the classpath. A nested class is written Outer$Nested.");
		}
		if (!Throwable.class.isAssignableFrom(type)) {
			throw new ApiException(CommonError.INVALID_REQUEST).message("The class is not an exception.");
		}
		try {
			return this.instances.create(type.asSubclass(Throwable.class));
		}
		catch (ObjenesisException | LinkageError ex) {
			throw new ApiException(CommonError.INVALID_REQUEST, ex)
				.message("The class has no instances. Name one that is not abstract.");
		}
	}

	/**
	 * Return who decided about an exception.
	 * @param trial the trial
	 * @param exception the exception
	 * @return the name of a bean or class, {@code null} if nobody knows the exception
	 */
	private @Nullable String claimant(ErrorTrial trial, Throwable exception) {
		if (trial.resolver() != null) {
			return nameOf(trial.resolver());
		}
		return (exception instanceof ApiFault && trial.event().failures().isEmpty()) ? exception.getClass().getName()
				: null;
	}

	private @Nullable String failedResolver(ErrorTrial trial, Throwable failure) {
		return trial.failed()
			.stream()
			.filter((failed) -> failed.failure() == failure)
			.map((failed) -> nameOf(failed.resolver()))
			.findFirst()
			.orElse(null);
	}

	private String nameOf(ErrorResolver resolver) {
		return this.resolvers.entrySet()
			.stream()
			.filter((bean) -> bean.getValue() == resolver)
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseGet(() -> resolver.getClass().getName());
	}

	/**
	 * What would happen to an exception.
	 *
	 * @param exception its class
	 * @param constructor the call that made the instance, or {@code null} if none of its
	 * constructors took what it was given
	 * @param status the status
	 * @param code the code
	 * @param message the text for clients
	 * @param resolver the resolver that knows it, by the name of its bean, the exception
	 * itself if that knows its code, or {@code null} if nobody does
	 * @param logLevel how loudly it is logged
	 * @param format the format of the answer to a request that matches no rule
	 * @param failures what failed on the way, as may happen with such an instance
	 */
	record ExceptionReport(String exception, @Nullable String constructor, int status, String code, String message,
			@Nullable String resolver, LogLevel logLevel, @Nullable String format,
			List<Failure> failures) implements OperationResponseBody {

	}

	record Failure(@Nullable String resolver, String failure) {

	}

}
