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

package io.github.faultbook.autoconfigure.security;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.util.concurrent.atomic.AtomicBoolean;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpHeaders;
import org.springframework.security.core.session.SessionRegistryImpl;
import org.springframework.security.web.authentication.session.SessionAuthenticationException;
import org.springframework.security.web.session.ConcurrentSessionFilter;

/**
 * Handles expired sessions as errors, for which Spring Security by default sends a text
 * with status 200. A strategy of the application that sends more than a bare text is
 * respected.
 */
final class ExpiredSessionGuard extends ConcurrentSessionFilter {

	private final ConcurrentSessionFilter guarded;

	private final SecurityChallenges challenges;

	ExpiredSessionGuard(ConcurrentSessionFilter guarded, SecurityChallenges challenges) {
		super(new SessionRegistryImpl());
		this.guarded = guarded;
		this.challenges = challenges;
	}

	@Override
	public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
			throws IOException, ServletException {
		HttpServletResponse original = (HttpServletResponse) response;
		BareText text = new BareText(original);
		AtomicBoolean passed = new AtomicBoolean();
		this.guarded.doFilter(request, text, (req, res) -> {
			passed.set(true);
			chain.doFilter(req, original);
		});
		if (!passed.get() && text.written && !original.isCommitted()) {
			HttpServletRequest rejected = (HttpServletRequest) request;
			SessionAuthenticationException expired = new SessionAuthenticationException("The session has expired");
			SecurityFailures.remember(expired, rejected);
			this.challenges.find(rejected, expired)
				.forEach((challenge) -> original.addHeader(HttpHeaders.WWW_AUTHENTICATE, challenge));
			original.sendError(HttpServletResponse.SC_UNAUTHORIZED);
		}
	}

	/**
	 * Suppresses a text that is sent without a media type and with a successful status.
	 */
	private static final class BareText extends HttpServletResponseWrapper {

		private boolean written;

		BareText(HttpServletResponse response) {
			super(response);
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			if (getStatus() != SC_OK || getContentType() != null) {
				return super.getWriter();
			}
			this.written = true;
			return new PrintWriter(Writer.nullWriter());
		}

		@Override
		public void flushBuffer() throws IOException {
			if (!this.written) {
				super.flushBuffer();
			}
		}

	}

}
