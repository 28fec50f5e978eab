;;; -*- lexical-binding: t -*-
;; Opens a sheet in Emacs with eglot, does what a coder would do, and prints one line of JSON.
;; ATOP_SERVER is the server's command line and ATOP_SETTINGS what the user has set, both as JSON.

(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'json)

(defconst patience 60 "How many seconds anything may take.")

(define-derived-mode atop-mode text-mode "ATOP")
(add-to-list 'auto-mode-alist '("\\.atop\\'" . atop-mode))
(add-to-list 'eglot-server-programs
             (cons 'atop-mode (append (json-parse-string (getenv "ATOP_SERVER")) nil)))

(defun wait-for (what condition)
  "Let Emacs work until CONDITION holds; WHAT says what is waited for."
  (let ((end (+ (float-time) patience)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (error "Emacs waited in vain for %s" what))
      (accept-process-output nil 0.05))))

(defun finding (diagnostic)
  "The place, the severity and the rule of a DIAGNOSTIC."
  (let ((sent (alist-get 'eglot-lsp-diag (flymake-diagnostic-data diagnostic))))
    (save-excursion
      (goto-char (flymake-diagnostic-beg diagnostic))
      (format "%d:%d %d %s"
              (1- (line-number-at-pos)) (- (point) (line-beginning-position))
              (plist-get sent :severity) (plist-get sent :code)))))

(defun findings ()
  "What Emacs shows in the buffer, in its order."
  (mapcar #'finding
          (sort (flymake-diagnostics)
                (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b))))))

(setq-default eglot-workspace-configuration
              (list :atopSheets (json-parse-string (getenv "ATOP_SETTINGS") :object-type 'plist)))

(find-file (car command-line-args-left))
(let ((eglot-sync-connect patience))
  (apply #'eglot (eglot--guess-contact)))
(flymake-start)

(let (seen hover answered)
  (wait-for "findings" #'flymake-diagnostics)
  (setq seen (findings))

  ;; A state's code, hovered.
  (goto-char (point-min))
  (search-forward "370")
  (setq hover (plist-get (plist-get (jsonrpc-request (eglot-current-server) :textDocument/hover
                                                     (eglot--TextDocumentPositionParams))
                                    :contents)
                         :value))

  ;; The open question 13, answered; the server is told of the new line alone.
  (goto-char (point-min))
  (re-search-forward "^renewals):\n")
  (insert "None\n")
  (eglot--signal-textDocument/didChange)
  (wait-for "the answer to be seen"
            (lambda () (not (seq-some (lambda (found) (string-suffix-p "missing-answer" found))
                                      (findings)))))
  (setq answered (findings))

  ;; The sheet, formatted by Emacs.
  (eglot-format-buffer)
  (princ (json-encode `((findings . ,(vconcat seen)) (hover . ,hover)
                        (answered . ,(vconcat answered)) (text . ,(buffer-string))))))
(set-buffer-modified-p nil)
(kill-emacs 0)
