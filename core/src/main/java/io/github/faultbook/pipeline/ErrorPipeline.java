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

import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.faultbook.ApiError;
import io.github.faultbook.CommonError;
import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorCode;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Handles every failure, whichever way it leaves the application. The pipeline resolves
 * the exception, localizes, customizes, bounds and writes the error, and notifies the
 * listeners. It never throws an exception: if a step fails, the pipeline goes on without
 * the step and reports the failure to the listeners. Instances are safe for use by
 * several threads.
 */
public final class ErrorPipeline {

	private final ErrorCatalog catalog;

	private final Function<ErrorRequest, WireFormat> formats;

	private final Resolution resolution;

	private final Localization localization;

	private final List<ErrorCustomizer> customizers;

	private final List<ErrorListener> listeners;

	private final @Nullable Integer validationStatus;

	private final Bounds bounds;

	private final ReplyWriter replies;

	ErrorPipeline(ErrorPipelineBuilder builder) {
		this.catalog = builder.catalog;
		this.formats = builder.formats;
		this.resolution = new Resolution(builder.resolvers, builder.fallback);
		this.localization = new Localization(builder.texts);
		this.customizers = List.copyOf(builder.customizers);
		this.listeners = List.copyOf(builder.listeners);
		this.validationStatus = builder.validationStatus;
		this.bounds = new Bounds(builder.limits, new FactEncoder(builder.mapper, builder.limits, builder.sensitive),
				builder.texts);
		this.replies = new ReplyWriter(ApiError.of(builder.catalog.forStatus(500)), builder.referenceHeader,
				builder.vary);
	}

	/**
	 * Create a builder.
	 * @param catalog the catalog
	 * @param formats chooses the format for a request
	 * @param mapper serializes facts
	 * @return the builder
	 */
	public static ErrorPipelineBuilder builder(ErrorCatalog catalog, Function<ErrorRequest, WireFormat> formats,
			JsonMapper mapper) {
		return new ErrorPipelineBuilder(catalog, formats, mapper);
	}

	/**
	 * Answer a request that failed with an exception.
	 * @param exception the exception
	 * @param request the request
	 * @return the answer
	 */
	public ErrorReply handle(Throwable exception, ErrorRequest request) {
		Handling handling = new Handling(exception, request);
		return answer(this.resolution.resolve(exception, handling), handling);
	}

	/**
	 * Answer a request that failed with an exception, if a resolver recognizes the
	 * exception or one of its causes. The fallback is not called. If there is no answer,
	 * the listeners are not notified.
	 * @param exception the exception
	 * @param request the request
	 * @return the answer, or {@code null} if no resolver recognizes the exception
	 */
	public @Nullable ErrorReply handleKnown(Throwable exception, ErrorRequest request) {
		Handling handling = new Handling(exception, request);
		ApiError resolved = this.resolution.resolveKnown(exception, handling);
		return (resolved != null) ? answer(resolved, handling) : null;
	}

	/**
	 * Answer a request that failed with a status and no known exception.
	 * @param status the status; a status below 400 or above 599 counts as 500
	 * @param request the request
	 * @return the answer
	 */
	public ErrorReply handle(int status, ErrorRequest request) {
		return handle(ApiError.of(this.catalog.forStatus(status)), request);
	}

	/**
	 * Answer a request with a given error.
	 * @param error the error
	 * @param request the request
	 * @return the answer
	 */
	public ErrorReply handle(ApiError error, ErrorRequest request) {
		return answer(error, new Handling(null, request));
	}

	/**
	 * Find out how an error would be answered. The customizers are called. The listeners
	 * are not notified, so nothing is logged or counted.
	 * @param error the error
	 * @param request the request
	 * @return the result that {@link #handle(ApiError, ErrorRequest)} would have
	 */
	public ErrorTrial attempt(ApiError error, ErrorRequest request) {
		Handling handling = new Handling(null, request);
		return attempt(error, chooseFormat(handling), handling);
	}

	/**
	 * Find out how an error would be answered in a given format. The customizers are
	 * called. The listeners are not notified.
	 * @param error the error
	 * @param request the request
	 * @param format the format
	 * @return the answer
	 */
	public ErrorTrial attempt(ApiError error, ErrorRequest request, WireFormat format) {
		return attempt(error, format, new Handling(null, request));
	}

	private ErrorTrial attempt(ApiError error, @Nullable WireFormat format, Handling handling) {
		ReplyWriter.Written written = write(error, format, handling);
		return new ErrorTrial(written.error(), written.format(), written.reply());
	}

	private ErrorReply answer(ApiError resolved, Handling handling) {
		ReplyWriter.Written written = write(resolved, chooseFormat(handling), handling);
		notify(handling.toEvent(written.error()));
		return written.reply();
	}

	private ReplyWriter.Written write(ApiError resolved, @Nullable WireFormat format, Handling handling) {
		ApiError configured = configured(resolved, handling);
		ApiError error = handling.attempt(() -> withValidationStatus(configured, format), configured);
		ApiError localized = handling.attempt(() -> this.localization.localize(error, handling.request().locale(),
				(format != null) ? format.languages() : Set.of()), error);
		ApiError customized = this.localization.withoutStaleLanguage(localized, customize(localized, handling));
		ApiError bounded = this.bounds.apply(configured(customized, handling), handling);
		return this.replies.write(bounded, format, handling);
	}

	private @Nullable WireFormat chooseFormat(Handling handling) {
		WireFormat format = handling.<@Nullable WireFormat>attempt(() -> {
			WireFormat chosen = this.formats.apply(handling.request());
			if (chosen == null) {
				throw new IllegalStateException("No format was chosen");
			}
			return chosen;
		}, null);
		return format;
	}

	/**
	 * Replace the entry of an error with its configured variant. Resolvers and
	 * customizers use entries as they were declared.
	 * @param error the error
	 * @param handling the failed request
	 * @return the error itself, or the same occurrence of the configured entry
	 */
	private ApiError configured(ApiError error, Handling handling) {
		return handling.attempt(() -> this.catalog.configured(error), error);
	}

	private ApiError withValidationStatus(ApiError error, @Nullable WireFormat format) {
		ErrorCode declared = error.errorCode().declared();
		// A status that the application sets applies to all invalid inputs
		boolean listed = this.validationStatus != null && declared == CommonError.INVALID_REQUEST
				&& !error.violations().isEmpty();
		if (declared != CommonError.VALIDATION_ERROR && !listed) {
			return error;
		}
		int status = error.status();
		if (this.validationStatus != null) {
			status = this.validationStatus;
		}
		else if (format != null) {
			status = format.validationStatus();
		}
		return (status != error.status()) ? error.toBuilder().status(status).build() : error;
	}

	private ApiError customize(ApiError error, Handling handling) {
		ApiError customized = error;
		for (ErrorCustomizer customizer : this.customizers) {
			ApiError before = customized;
			customized = handling.attempt(() -> {
				ApiError after = customizer.customize(before, handling.exception(), handling.request());
				if (after == null) {
					throw new IllegalStateException(customizer.getClass().getName() + " returned no error");
				}
				return after;
			}, before);
		}
		return customized;
	}

	private void notify(ErrorEvent event) {
		for (ErrorListener listener : this.listeners) {
			try {
				listener.onError(event);
			}
			catch (Throwable ex) {
				FailureLog.error(ErrorPipeline.class, "An error listener failed, reference " + referenceOf(event), ex);
			}
		}
	}

	private static String referenceOf(ErrorEvent event) {
		try {
			return event.request().reference();
		}
		catch (Throwable ex) {
			return "unknown";
		}
	}

}
