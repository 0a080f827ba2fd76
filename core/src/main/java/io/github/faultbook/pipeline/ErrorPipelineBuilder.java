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

import java.util.Collection;
import java.util.List;
import java.util.function.Function;

import io.github.faultbook.ErrorCatalog;
import io.github.faultbook.ErrorRequest;
import io.github.faultbook.format.WireFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Builder of an {@link ErrorPipeline}.
 */
public final class ErrorPipelineBuilder {

	final ErrorCatalog catalog;

	final Function<ErrorRequest, WireFormat> formats;

	final JsonMapper mapper;

	List<ErrorResolver> resolvers = List.of();

	ErrorResolver fallback = (exception, request) -> null;

	ErrorTexts texts = new ErrorTexts(ErrorMessages.NONE);

	List<ErrorCustomizer> customizers = List.of();

	List<ErrorListener> listeners = List.of();

	@Nullable Integer validationStatus;

	ErrorLimits limits = ErrorLimits.DEFAULT;

	SensitiveNames sensitive = SensitiveNames.DEFAULT;

	@Nullable String referenceHeader;

	@Nullable String vary;

	ErrorPipelineBuilder(ErrorCatalog catalog, Function<ErrorRequest, WireFormat> formats, JsonMapper mapper) {
		this.catalog = catalog;
		this.formats = formats;
		this.mapper = mapper;
	}

	/**
	 * Set the resolvers, in the order they are called.
	 * @param resolvers the resolvers
	 * @return this builder
	 */
	public ErrorPipelineBuilder resolvers(List<ErrorResolver> resolvers) {
		this.resolvers = resolvers;
		return this;
	}

	/**
	 * Set the resolver that is called with the thrown exception if no other resolver
	 * recognizes the exception or one of its causes.
	 * @param fallback the resolver
	 * @return this builder
	 */
	public ErrorPipelineBuilder fallback(ErrorResolver fallback) {
		this.fallback = fallback;
		return this;
	}

	/**
	 * Set the application's translations, which take precedence over the built-in ones.
	 * @param messages the translations
	 * @return this builder
	 */
	public ErrorPipelineBuilder messages(ErrorMessages messages) {
		return texts(new ErrorTexts(messages));
	}

	/**
	 * Set the texts that clients see, in place of {@link #messages(ErrorMessages)}.
	 * @param texts the texts
	 * @return this builder
	 */
	public ErrorPipelineBuilder texts(ErrorTexts texts) {
		this.texts = texts;
		return this;
	}

	/**
	 * Set the customizers, in the order they are called.
	 * @param customizers the customizers
	 * @return this builder
	 */
	public ErrorPipelineBuilder customizers(List<ErrorCustomizer> customizers) {
		this.customizers = customizers;
		return this;
	}

	/**
	 * Set the listeners, in the order they are called.
	 * @param listeners the listeners
	 * @return this builder
	 */
	public ErrorPipelineBuilder listeners(List<ErrorListener> listeners) {
		this.listeners = listeners;
		return this;
	}

	/**
	 * Set the status of validation failures, and of malformed requests whose invalid
	 * inputs are listed.
	 * @param status the status, 400 to 599, or {@code null} for the status of the format
	 * @return this builder
	 */
	public ErrorPipelineBuilder validationStatus(@Nullable Integer status) {
		if (status != null && (status < 400 || status > 599)) {
			throw new IllegalArgumentException("An error has a status from 400 to 599, not " + status);
		}
		this.validationStatus = status;
		return this;
	}

	/**
	 * Set the limits for the content of answers.
	 * @param limits the limits
	 * @return this builder
	 */
	public ErrorPipelineBuilder limits(ErrorLimits limits) {
		this.limits = limits;
		return this;
	}

	/**
	 * Set the names of members that are left out of facts.
	 * @param names the names
	 * @return this builder
	 */
	public ErrorPipelineBuilder sensitiveNames(SensitiveNames names) {
		this.sensitive = names;
		return this;
	}

	/**
	 * Set the header that carries the reference.
	 * @param name the name, or {@code null} to send none
	 * @return this builder
	 */
	public ErrorPipelineBuilder referenceHeader(@Nullable String name) {
		this.referenceHeader = name;
		return this;
	}

	/**
	 * Set the request headers that answers depend on, for {@code Vary} (RFC 9110, section
	 * 12.5.5).
	 * @param names the names, none if all requests get the same answers
	 * @return this builder
	 */
	public ErrorPipelineBuilder vary(Collection<String> names) {
		this.vary = names.isEmpty() ? null : String.join(", ", names);
		return this;
	}

	/**
	 * Build the pipeline.
	 * @return a pipeline with the current values of this builder
	 */
	public ErrorPipeline build() {
		return new ErrorPipeline(this);
	}

}
