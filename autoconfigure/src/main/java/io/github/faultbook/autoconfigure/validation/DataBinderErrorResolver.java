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

package io.github.faultbook.autoconfigure.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.Violation;
import io.github.faultbook.Violation.In;
import io.github.faultbook.autoconfigure.input.ApplicationCauses;
import io.github.faultbook.autoconfigure.input.InputViolations;
import io.github.faultbook.autoconfigure.input.StackFrames;
import io.github.faultbook.autoconfigure.input.SubmittedParameters;
import io.github.faultbook.pipeline.ErrorResolver;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.BeanInstantiationException;
import org.springframework.beans.InvalidPropertyException;
import org.springframework.beans.NotWritablePropertyException;
import org.springframework.validation.DataBinder;
import org.springframework.web.method.HandlerMethod;

/**
 * {@link ErrorResolver} for failures that Spring's data binder does not report as field
 * errors: constructors of model attributes that reject their arguments, and invalid names
 * of parameters, such as names with an index beyond the limit. The binder only processes
 * input of clients, so these are client errors.
 */
final class DataBinderErrorResolver implements ErrorResolver {

	private static final String BINDER = DataBinder.class.getName();

	private static final List<String> CALLED_BY_BINDER = List.of("java.", "jdk.", "org.springframework.beans.",
			"org.springframework.core.", "org.springframework.util.", "org.springframework.validation.");

	private static final Pattern WORDS = Pattern.compile("[^\\p{L}\\p{N}_$]+");

	/**
	 * The binder's default for the maximum number of elements that it creates for a name.
	 */
	private static final int MAX_INDEX = DataBinder.DEFAULT_AUTO_GROW_COLLECTION_LIMIT;

	private final InputViolations inputs;

	private final ApplicationCauses causes;

	DataBinderErrorResolver(InputViolations inputs, ApplicationCauses causes) {
		this.inputs = inputs;
		this.causes = causes;
	}

	@Override
	public boolean resolvesCauses() {
		return false;
	}

	@Override
	public @Nullable ApiError resolve(Throwable exception, ErrorRequest request) {
		boolean candidate = exception instanceof BeanInstantiationException
				|| exception instanceof InvalidPropertyException || exception instanceof NumberFormatException
				|| exception instanceof IndexOutOfBoundsException;
		// The application may throw the same classes elsewhere
		if (!candidate || !StackFrames.areOf(exception, BINDER::equals, CALLED_BY_BINDER)) {
			return null;
		}
		ApiError own = this.causes.resolve(exception, request);
		if (own != null) {
			return own;
		}
		if (exception instanceof BeanInstantiationException refused) {
			return refused(refused, request);
		}
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(violations(exception, request)).build();
	}

	private @Nullable ApiError refused(BeanInstantiationException exception, ErrorRequest request) {
		if (!(exception.getCause() instanceof RuntimeException refusal) || isNotCallable(exception)) {
			return null;
		}
		Class<?> type = exception.getBeanClass();
		List<Object> path = null;
		for (Class<?> model : InputOrigins.modelsOf(request.unwrap(HandlerMethod.class))) {
			path = (path != null) ? path : ConstructorArguments.find(model, type.getName());
		}
		String missing = (path != null) ? missing(type, path, refusal, request) : null;
		In in = InputOrigins.formOf(request);
		Violation violation = (missing != null) ? this.inputs.required(in, concat(path, missing), request.locale())
				: this.inputs.invalid(in, Objects.requireNonNullElse(path, List.of()), request.locale());
		return ApiError.builder(CommonError.INVALID_REQUEST).violations(List.of(violation)).build();
	}

	/**
	 * Return whether Spring was unable to call the constructor, which is a mistake of the
	 * application, such as a parameter that is a value class of Kotlin.
	 * @param exception the exception
	 * @return whether the constructor was not called at all
	 */
	private static boolean isNotCallable(BeanInstantiationException exception) {
		return String.valueOf(exception.getMessage()).endsWith("Illegal arguments for constructor");
	}

	private static List<Object> concat(@Nullable List<Object> path, String name) {
		List<Object> all = new ArrayList<>(Objects.requireNonNullElse(path, List.of()));
		all.add(name);
		return all;
	}

	/**
	 * Find the missing argument.
	 * @param type the class that rejects its arguments
	 * @param path the path of the object among the parameters
	 * @param refusal the exception that its constructor threw
	 * @param request the request
	 * @return the argument without a parameter that the exception mentions, or the only
	 * such argument if the exception reports a missing value; {@code null} if the
	 * argument is not known
	 */
	private static @Nullable String missing(Class<?> type, List<Object> path, RuntimeException refusal,
			ErrorRequest request) {
		SubmittedParameters parameters = request.unwrap(SubmittedParameters.class);
		if (parameters == null) {
			return null;
		}
		String prefix = path.stream().map((segment) -> segment + ".").collect(Collectors.joining());
		List<String> missing = ConstructorArguments.namesOf(type)
			.stream()
			.filter((name) -> parameters.names().stream().noneMatch((sent) -> isOf(sent, prefix + name)))
			.toList();
		Set<String> words = WORDS.splitAsStream(String.valueOf(refusal.getMessage())).collect(Collectors.toSet());
		List<String> named = missing.stream().filter(words::contains).toList();
		if (named.size() == 1) {
			return named.get(0);
		}
		return (missing.size() == 1 && refusal instanceof NullPointerException) ? missing.get(0) : null;
	}

	private static boolean isOf(String parameter, String name) {
		return parameter.startsWith(name) && (parameter.length() == name.length()
				|| parameter.charAt(name.length()) == '.' || parameter.charAt(name.length()) == '[');
	}

	private List<Violation> violations(Throwable exception, ErrorRequest request) {
		In in = InputOrigins.formOf(request);
		if (exception instanceof InvalidPropertyException invalid) {
			List<Object> path = Violation.parsePath(invalid.getPropertyName());
			return List.of((exception instanceof NotWritablePropertyException)
					? this.inputs.unknown(in, path, request.locale())
					: this.inputs.invalid(in, path, request.locale()));
		}
		SubmittedParameters parameters = request.unwrap(SubmittedParameters.class);
		Set<String> names = (parameters != null) ? parameters.names() : Set.of();
		return names.stream()
			.filter(DataBinderErrorResolver::hasWrongIndex)
			.limit(1)
			.map((name) -> this.inputs.invalid(in, Violation.parsePath(name), request.locale()))
			.toList();
	}

	private static boolean hasWrongIndex(String name) {
		int open = name.indexOf('[');
		int close = name.indexOf(']', open);
		if (open < 0 || close < 0) {
			return false;
		}
		String index = name.substring(open + 1, close);
		return !index.matches("\\d{1,9}") || Integer.parseInt(index) >= MAX_INDEX;
	}

}
